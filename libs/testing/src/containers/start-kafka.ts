import { GenericContainer, RandomPortGenerator, Wait } from 'testcontainers';
import { asVariable, kafkaSettings, singleBrokerSettings } from '#installation/kafka-settings.js';
import { engineHost } from './engine.js';
import { images } from './images.js';
import { readyWithinMs, type InContainer } from './in-container.js';

const port = 9092;

/** One Kafka broker in KRaft mode with the native one's settings; its address is the list of brokers. */
export async function startKafka(): Promise<InContainer<string[]>> {
  const host = await engineHost();
  // Chosen before it starts, because Kafka announces its address to clients.
  const outside = await new RandomPortGenerator().generatePort();
  const settings = {
    ...{ 'process.roles': 'broker,controller', 'node.id': '1', 'controller.quorum.voters': '1@localhost:9093' },
    listeners: `PLAINTEXT://:${port},CONTROLLER://:9093`,
    'advertised.listeners': `PLAINTEXT://${host}:${outside}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    ...kafkaSettings,
    ...singleBrokerSettings,
  };
  const variables = Object.entries(settings).map(([name, value]) => [asVariable(name), value] as const);
  const container = await new GenericContainer(images.kafka)
    .withExposedPorts({ container: port, host: outside })
    .withEnvironment({ ...Object.fromEntries<string>(variables), KAFKA_HEAP_OPTS: '-Xmx256m' })
    .withWaitStrategy(Wait.forLogMessage('Kafka Server started'))
    .withStartupTimeout(readyWithinMs)
    .start();
  return { address: [`${host}:${outside}`], container };
}
