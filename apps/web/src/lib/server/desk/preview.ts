import type { Ask } from '../gateway.js';

/** What becomes of a text, by the renderer of articles and comments. @throws Refusal; GatewayAway */
export async function previewOf(ask: Ask, body: string, format: string): Promise<string> {
  if (body.trim() === '') return '';
  const asking = { method: 'POST', body: { preview: { body, format } } } as const;
  return (await ask<{ preview: { bodyHtml: string } }>('/api/previews', asking)).body.preview.bodyHtml;
}
