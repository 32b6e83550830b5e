/**
 * A health check that fails until a gateway has been ready once. Later the site serves without it: it shows stored pages
 * and says what is away.
 */
export function awaitGateway(urls: readonly string[]): () => Promise<void> {
  let answered = false;
  return async () => {
    if (answered) return;
    const asked = urls.map(async (url) => {
      const answer = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(900) });
      if (!answer.ok) throw new Error(`the gateway answers ${answer.status}`);
    });
    await Promise.any(asked);
    answered = true;
  };
}
