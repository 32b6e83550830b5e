/** Where the gateways are. The server beside the pages has checked it; the default is for `vite dev`. */
export const gatewayUrls = (process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:3014').split(',').map((url) => url.trim());
