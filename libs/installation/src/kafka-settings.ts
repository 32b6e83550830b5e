/**
 * What a broker of an installation is told beyond its defaults, wherever it runs. Other ways to say the same:
 * `KAFKA_AUTO_CREATE_TOPICS_ENABLE` in a container, `spec.kafka.config` in Strimzi.
 */
export const kafkaSettings = {
  // A topic that a typing error makes would have another number of partitions, and end its records after a week.
  'auto.create.topics.enable': 'false',
  // Each costs time where a broker starts; groups are few.
  'offsets.topic.num.partitions': '4',
  'transaction.state.log.num.partitions': '4',
  // A consumer that died is replaced within seconds: the consumers' session time-out is 6 s.
  'group.min.session.timeout.ms': '2000',
  'group.initial.rebalance.delay.ms': '0',
  // Topics are the history, and kept for ever.
  'log.retention.ms': '-1',
} as const;

/** Of one broker alone: nothing has a second copy. */
export const singleBrokerSettings = {
  'default.replication.factor': '1',
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
} as const;

/** The name of a setting as the image of Apache Kafka reads it from its environment. */
export const asVariable = (setting: string): string => `KAFKA_${setting.toUpperCase().replaceAll('.', '_')}`;
