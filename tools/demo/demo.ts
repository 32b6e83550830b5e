import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runTool } from '#tools/terminal/run-tool.js';
import { say } from '#tools/terminal/say.js';
import { loadDemo } from './load-demo.js';

const usage = `demo [--url URL] [--admin FILE]

Files a small demo, in a site that has no articles.

  --url URL      the gateway (GATEWAY_URL)
  --admin FILE   the first admin's e-mail and password (ADMIN_FILE)
  --help         this text`;

await runTool({
  usage,
  parse: (args, env) => {
    const text = { type: 'string' } as const;
    const options = { url: text, admin: text, help: { type: 'boolean', default: false } } as const;
    const { values } = parseArgs({ args, options });
    const { url = env['GATEWAY_URL'], admin = env['ADMIN_FILE'], help } = values;
    if (!help && !url) throw new Error('--url URL is missing.');
    if (!help && !admin) throw new Error('--admin FILE is missing.');
    return { url: url ?? '', admin: admin ?? '', help };
  },
  run: async ({ url, admin }) => {
    const account = JSON.parse(readFileSync(admin, 'utf8')) as { email: string; password: string };
    const slug = await loadDemo({ gatewayUrl: url, admin: account, say: (line) => say`${line}` });
    if (slug === undefined) say`There are articles already.`;
    else say`A lively one: /articles/${slug}`;
  },
});
