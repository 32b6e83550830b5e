import type { Manifest } from './manifests.js';

export interface Container {
  env?: { name: string; value?: string; valueFrom?: { configMapKeyRef: { name: string; key: string } } }[];
  resources: { requests: Record<string, string>; limits: Record<string, string> };
  [field: string]: unknown;
}

export interface Pod {
  securityContext: { runAsUser: number; runAsGroup: number; fsGroup: number };
  terminationGracePeriodSeconds: number;
  containers: Container[];
  volumes: ({ name: string } & Record<string, unknown>)[];
  [field: string]: unknown;
}

interface Spec {
  replicas?: number;
  strategy?: unknown;
  template: { metadata: { labels: Record<string, string> }; spec: Pod };
}

export interface Workload {
  kind: string;
  name: string;
  spec: Spec;
  pod: Pod;
  podLabels: Record<string, string>;
  container: Container;
}

/** An object that creates pods, with the one container that each of ours has. */
export const workloadsOf = (manifests: Manifest[]): Workload[] =>
  manifests
    .filter(({ kind }) => ['Deployment', 'StatefulSet', 'Job', 'CronJob'].includes(kind))
    .map(({ kind, metadata, spec: of }) => {
      const spec = kind === 'CronJob' ? (of as { jobTemplate: { spec: Spec } }).jobTemplate.spec : (of as Spec);
      const { metadata: pods, spec: pod } = spec.template;
      return { kind, name: metadata.name, spec, pod, podLabels: pods.labels, container: pod.containers[0]! };
    });
