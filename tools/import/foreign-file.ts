import { BadArchive } from './archive.js';

/** A whole file is of a kind that is not imported. The message goes on from its name, such as `is a Zip archive`. */
export class ForeignFile extends BadArchive {}
