/**
 * A broker's settings that differ from Kafka's defaults, wherever it runs. Other notations:
 * `KAFKA_AUTO_CREATE_TOPICS_ENABLE` in a container, `spec.kafka.config` in Strimzi.
 */
export const kafkaSettings = {
  // A topic created by a typing error would have another number of partitions, and delete its records after a week.
  'auto.create.topics.enable': 'false',
  // Each partition delays the start of a broker, and there are few groups.
  'offsets.topic.num.partitions': '4',
  'transaction.state.log.num.partitions': '4',
  // A dead consumer is replaced within seconds: the consumers' session timeout is 6 s.
  'group.min.session.timeout.ms': '2000',
  'group.initial.rebalance.delay.ms': '0',
  // Topics are the history, and are kept for ever.
  'log.retention.ms': '-1',
} as const;

/** Settings of a single broker: nothing is replicated. */
export const singleBrokerSettings = {
  'default.replication.factor': '1',
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
} as const;

/** A setting's variable as the image of Apache Kafka reads it. */
export const asVariable = (setting: string): string => `KAFKA_${setting.toUpperCase().replaceAll('.', '_')}`;
