export interface OutgoingMessage {
  key: string | null;
  value: string;
  headers: Record<string, string>;
  partition?: number;
}

export interface TopicMessages {
  topic: string;
  messages: OutgoingMessage[];
}
