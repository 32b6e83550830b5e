/** The operator's tools where there is no npm run: `projections status` in place of `npm run projections -- status`. */
const tools = {
  call: 'call/call',
  demo: 'demo/demo',
  'dead-letters': 'dead-letters/dead-letters',
  import: 'import/import',
  outbox: 'outbox/outbox',
  projections: 'projections/projections',
  topic: 'topics/print-topic',
};
const [name, ...args] = process.argv.slice(2);
const tool = Object.hasOwn(tools, name ?? '') ? tools[name] : undefined;
if (tool === undefined) {
  console.error(`${name === undefined ? 'Name a tool' : `"${name}" is no tool`}: ${Object.keys(tools).join(', ')}.`);
  process.exit(2);
}
process.argv = [process.argv[0], tool, ...args];
await import(`../dist/tools/${tool}.js`);
