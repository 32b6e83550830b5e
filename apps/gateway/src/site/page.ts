import { Html, html } from './html.js';
import { stylesheet } from './stylesheet.js';

/** What pages may load: their own style and external pictures. No script runs, whatever a reader typed. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A whole page of the site around its content. */
export const page = (title: string, content: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${new Html(stylesheet)}
        </style>
      </head>
      <body>
        <header>
          <a href="/">Broadside</a>
          <p>News with an argument underneath</p>
        </header>
        <main>${content}</main>
        <footer>
          <p><a href="/docs">API</a> · <a href="/openapi.json">OpenAPI</a></p>
        </footer>
      </body>
    </html> `.markup;

// The Swedish format is ISO 8601's date, then the time: 2020-02-29 01:02.
const readable = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' });

/** A time in readable form, in UTC, with the exact one as an attribute. */
export const time = (at: Date | string): Html => {
  const exact = new Date(at);
  return html`<time datetime="${exact.toISOString()}">${readable.format(exact)}</time>`;
};

export const countOf = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;
