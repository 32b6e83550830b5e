import { BadArchive } from './archive.js';

/** A whole file is of a type that cannot be imported. The message continues its name, as in `is a Zip archive`. */
export class ForeignFile extends BadArchive {}
