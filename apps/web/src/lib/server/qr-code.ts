import { encode } from 'uqr';

/** A QR code as the squares of a picture: its width, and a path of one unit a square. */
export interface QrCode {
  size: number;
  path: string;
}

/** @param text at most 2,331 bytes. @throws Error if it is longer */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
