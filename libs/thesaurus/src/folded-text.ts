import { foldCharacter, mark, word, type FoldedCharacter } from './fold-character.js';
import { within, type Stretch } from './stretch.js';

/** No term contains it: text that must not be matched is folded to it. */
const barrier = 0xffff;
const space = 0x20;
const underscore = 0x5f;
const [isMark, isOfWord] = [1, 2];

const ascii = Array.from({ length: 128 }, (_, code) => foldCharacter(String.fromCharCode(code)));

/**
 * A text as terms are matched with it, and where each of its UTF-16 units comes from. Each code point is folded alone:
 * NFKD, full case folding (ß as ss; Turkish dotless ı stays apart), typographic apostrophes, quotes and hyphens as plain
 * ones; runs of white space are one space, soft hyphens nothing. Accents stay. The source is never changed: offsets lead back.
 */
export class FoldedText {
  /** Of each unit: itself, the same with its case, what it is to words, the offsets of its code point in the source. */
  private readonly units: number[] = [];
  private readonly kept: number[] = [];
  private readonly flags: number[] = [];
  private readonly begins: number[] = [];
  private readonly ends: number[] = [];
  private readonly cache = new Map<number, FoldedCharacter>();

  get length(): number {
    return this.units.length;
  }

  /** @param from offsets of the character in the source; a character reference is longer than what it stands for. */
  add(codePoint: number, from: number, to: number): void {
    const { folded, kept, classOf } = this.fold(codePoint);
    const flags = this.flagsOf(classOf);
    for (let at = 0; at < folded.length; at += 1) {
      const unit = folded.charCodeAt(at);
      const { length } = this.units;
      if (unit === space && this.units[length - 1] === space) this.ends[length - 1] = to;
      else this.push(unit, kept.charCodeAt(at), flags, from, to);
    }
  }

  /** What has to be left alone. The character still tells where the words beside it begin and end. */
  addBarrier(codePoint: number, from: number, to: number): void {
    this.push(barrier, barrier, this.flagsOf(this.fold(codePoint).classOf), from, to);
  }

  unitAt(at: number): number {
    return this.units[at] ?? barrier;
  }

  /** Whether a match may begin at this unit. */
  mayBegin(at: number): boolean {
    return this.begins[at - 1] !== this.begins[at] && !((this.flags[at] ?? 0) & isMark);
  }

  /** Whether a match may end behind this unit: not within a code point, nor before a mark that belongs to it. */
  mayEnd(last: number): boolean {
    return this.begins[last + 1] !== this.begins[last] && !((this.flags[last + 1] ?? 0) & isMark);
  }

  /** Whether a word begins or ends before this unit. */
  isBoundary(at: number): boolean {
    return !((this.flags[at - 1] ?? 0) & (this.flags[at] ?? 0) & isOfWord);
  }

  /** Whether a unit is of a letter or digit, or of a mark that belongs to one. */
  isOfWord(at: number): boolean {
    return ((this.flags[at] ?? 0) & isOfWord) !== 0 && this.units[at] !== underscore;
  }

  keptAt(at: number): number {
    return this.kept[at] ?? barrier;
  }

  /** The source's offset at which a unit begins, and behind which it ends. */
  beginOf(at: number): number {
    return this.begins[at] ?? 0;
  }

  endOf(last: number): number {
    return this.ends[last] ?? 0;
  }

  /** Whether something from a unit on, up to an offset of the source, has to be left alone. */
  hasBarrier(from: number, offset: number): boolean {
    for (let at = from; at < this.length && this.beginOf(at) < offset; at += 1)
      if (this.units[at] === barrier) return true;
    return false;
  }

  foldedOf(begin: number, end: number): string {
    return String.fromCharCode(...this.units.slice(begin, end));
  }

  /** Units folded with their case. */
  keptOf(begin: number, end: number): string {
    return String.fromCharCode(...this.kept.slice(begin, end));
  }

  private push(unit: number, kept: number, flags: number, from: number, to: number): void {
    this.units.push(unit);
    this.kept.push(kept);
    this.flags.push(flags);
    this.begins.push(from);
    this.ends.push(to);
  }

  private flagsOf(classOf: FoldedCharacter['classOf']): number {
    if (classOf === mark) return isMark | ((this.flags.at(-1) ?? 0) & isOfWord);
    return classOf === word ? isOfWord : 0;
  }

  private fold(codePoint: number): FoldedCharacter {
    const known = ascii[codePoint] ?? this.cache.get(codePoint);
    if (known) return known;
    const folded = foldCharacter(String.fromCodePoint(codePoint));
    this.cache.set(codePoint, folded);
    return folded;
  }
}

/** A plain text, folded. @param addresses what is left alone of it. */
export function foldText(text: string, addresses: readonly Stretch[] = []): FoldedText {
  const folded = new FoldedText();
  const isLeftAlone = within(addresses);
  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0;
    const behind = at + (codePoint > 0xffff ? 2 : 1);
    if (isLeftAlone(at)) folded.addBarrier(codePoint, at, behind);
    else folded.add(codePoint, at, behind);
    at = behind;
  }
  return folded;
}
