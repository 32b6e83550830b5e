/** A health check that needs no other tools: exits with 0 if the service in this container, or on this machine, is ready. */
const url = `http://127.0.0.1:${process.env['MANAGEMENT_PORT'] ?? ''}/health/ready`;
try {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  process.stdout.write(`${await answer.text()}\n`);
  process.exitCode = answer.ok ? 0 : 1;
} catch (error) {
  const { cause, message } = error as Error;
  process.stdout.write(`${url} does not answer: ${cause instanceof Error ? cause.message : message}\n`);
  process.exitCode = 1;
}
