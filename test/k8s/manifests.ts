import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, parse } from 'yaml';

/** An object of Kubernetes, as a manifest has it. */
export interface Manifest {
  kind: string;
  metadata: { name: string; labels?: Record<string, string> };
  spec?: unknown;
  data?: Record<string, string>;
  automountServiceAccountToken?: boolean;
}

/** The object with a name, or a prefix of its name. @throws Error if there is none. */
export function named(manifests: Manifest[], kind: string, name: string | RegExp): Manifest {
  const fits = ({ metadata }: Manifest) =>
    typeof name === 'string' ? metadata.name === name : name.test(metadata.name);
  const found = manifests.find((manifest) => manifest.kind === kind && fits(manifest));
  if (!found) throw new Error(`there is no ${kind} ${String(name)}`);
  return found;
}

interface Kustomization {
  resources?: string[];
  configMapGenerator?: { name: string; literals: string[] }[];
}

export const k8sFolder = join(import.meta.dirname, '../../k8s');

// As kubectl reads them: 0440 is octal, and << merges.
const asKubectl = { version: '1.1', merge: true } as const;

export const parseManifests = (text: string): Manifest[] =>
  parseAllDocuments(text, asKubectl)
    .map((document) => document.toJS() as Manifest | null)
    .filter((manifest) => manifest !== null);

/** An overlay's objects: rendered by kubectl if it is installed, else its files as they are, without patches. */
export function manifestsOf(overlay: 'local' | 'production'): { manifests: Manifest[]; rendered: boolean } {
  const folder = join(k8sFolder, 'overlays', overlay);
  const { status, stdout } = spawnSync('kubectl', ['kustomize', folder], { encoding: 'utf8', timeout: 20_000 });
  if (status === 0) return { manifests: parseManifests(stdout), rendered: true };
  return { manifests: filesOf(folder), rendered: false };
}

function filesOf(folder: string): Manifest[] {
  const { resources = [], configMapGenerator = [] } = parse(
    readFileSync(join(folder, 'kustomization.yaml'), 'utf8'),
  ) as Kustomization;
  const generated = configMapGenerator.map(({ name, literals }) => ({
    ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } },
    data: Object.fromEntries(literals.map((literal) => literal.split(/=(.*)/s, 2))) as Record<string, string>,
  }));
  const files = resources.flatMap((resource) =>
    resource.endsWith('.yaml')
      ? parseManifests(readFileSync(join(folder, resource), 'utf8'))
      : filesOf(join(folder, resource)),
  );
  return [...files, ...generated];
}
