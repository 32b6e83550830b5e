import { readFileSync } from 'node:fs';
import { commandLine, readFlags, usageOf } from '#tools/terminal/command-line.js';
import { runTool } from '#tools/terminal/run-tool.js';
import { say } from '#tools/terminal/say.js';
import { loadDemo } from './load-demo.js';

const command = () =>
  commandLine(
    'demo',
    '[--url URL] [--admin FILE]',
    'Files a demo of twelve articles and four threads, in a site that has no articles.',
  )
    .option('--url <URL>', 'the gateway (GATEWAY_URL)')
    .option('--admin <FILE>', "the first admin's e-mail and password (ADMIN_FILE)");

await runTool({
  usage: usageOf(command()),
  parse: (args, env) => {
    const { flags, help } = readFlags<{ url?: string; admin?: string }>(command(), args);
    const { url = env['GATEWAY_URL'], admin = env['ADMIN_FILE'] } = flags;
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
