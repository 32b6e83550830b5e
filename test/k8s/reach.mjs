/** Reports for each HOST:PORT whether a connection opens from here: `node -e "$(cat reach.mjs)" HOST:PORT…`. */
const { connect } = await import('node:net');
for (const place of process.argv.slice(1)) {
  const [host, port] = place.split(':');
  const said = await new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (what) => resolve(what) ?? socket.destroy();
    socket
      .on('connect', () => end('open'))
      .on('timeout', () => end('closed'))
      .on('error', () => end('closed'));
  });
  console.log(`${place} ${said}`);
}
