type Magic = [bytes: string, what: string, at?: number];

/** The first bytes of well-known file types. */
const magic: Magic[] = [
  ['\x89PNG\r\n\x1a\n', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['WEBP', 'a WebP image', 8],
  ['%PDF-', 'a PDF document'],
  ['\x1f\x8b', 'gzipped twice: gunzip it once'],
  ['BZh', 'compressed with bzip2: unpack it'],
  ['\xfd7zXZ\0', 'compressed with xz: unpack it'],
  ['\x28\xb5\x2f\xfd', 'compressed with Zstandard: unpack it'],
  ['7z\xbc\xaf\x27\x1c', 'a 7z archive: unpack it, and name the files in it'],
  ['Rar!\x1a\x07', 'a RAR archive: unpack it, and name the files in it'],
  ['ustar', 'a tar archive: unpack it, and name the files in it', 257],
  ['SQLite format 3\0', 'an SQLite database'],
];
const zip = /^PK(\x03\x04|\x05\x06|\x07\x08)/;
const pageOfMedium = /posts\/[^\0/]{1,200}\.html/;

/** A file's type by its first bytes, or undefined. */
export function kindByMagic(first: Buffer): string | undefined {
  const text = first.toString('latin1');
  if (zip.test(text)) return pageOfMedium.test(text) ? 'a Medium export (Zip)' : kindOfZip(text);
  return magic.find(([bytes, , at = 0]) => text.startsWith(bytes, at))?.[1];
}

/** The first file in a Zip archive shows which program wrote it; its name is after 30 bytes. */
function kindOfZip(text: string): string {
  const isDocument = text.startsWith('mimetype', 30) || text.startsWith('[Content_Types].xml', 30);
  return isDocument ? 'a document of an office program' : 'a Zip archive: unpack it, and name the files in it';
}
