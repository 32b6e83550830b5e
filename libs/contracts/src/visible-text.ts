/**
 * Anything but white space, controls, combining marks, what is ignored where it is not supported (zero-width characters,
 * fillers, tags), what is no character, and the characters whose glyph is blank. A character that Unicode does not have
 * yet is seen: as a box, or by whoever has a newer font.
 */
const visible =
  /[^\p{Z}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{1d159}]/u;

/** Whether there is nothing to see in a text. */
export const isBlank = (text: string): boolean => !visible.test(text);
