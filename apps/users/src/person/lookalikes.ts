/**
 * For each letter, the characters that people mistake for it: of Greek, Cyrillic, Armenian, Cherokee, Coptic, Georgian,
 * Deseret, Osage, Warang Citi, Lisu, Indic digits and phonetic alphabets. Only those that NFKD and lower case do not already
 * convert, and enough for names in Latin letters; the complete list is https://www.unicode.org/reports/tr39/.
 */
const lookalikesOf: Record<string, string> = {
  a: 'αаɑ⍺ᴀꭺᎪꓮ𐊠4@λΛ',
  b: 'ьʙвᏼƅᖯꓐβ',
  c: 'сϲᴄⲥꮯꓚ𐐽¢ↄ',
  d: 'ԁꓒᑯꮷᏧᴅꭰꓓđɖ',
  e: 'еҽꬲεєɛⲉꭼꓰ3ə℮',
  f: 'ꞙꬵϝſƒꓝ',
  g: 'ɡɢցƍᶃԍꓖ9',
  h: 'һհнʜꮋᏂꓧ',
  i: 'ɩιіıɪӏꙇꭵᎥ˛ⲓΙ1l|!ǀ׀١۱ߊ𑣃ꓲ',
  j: 'јϳʝᴊյꭻꓙ',
  k: 'κкᴋⲕꮶꓗ',
  m: 'мʍᴍꮇꓟⲙ',
  n: 'ոռηпɴꓠⲛŋ',
  o: 'οоσօჿᴏᴑ০୦०੦૦௦ంಂംංഠഠ๐໐၀౦೦൦๏0۵٥ہهഠⲟꬽ𐐬𐓪𐊒𑣈𑣗ꓳθө',
  p: 'ρрᴩⲣꮲꓑϼþ',
  q: 'զԛգϙ',
  r: 'гᴦⲅꭇꭈꮁʀꭱꓣяɾ',
  s: 'ѕƽꜱꮪ𐑈𑣁ꓢ5$ʂ',
  t: 'тτᴛⲧꭲꓔŧ7',
  u: 'υսꞟᴜꭎꭒ𐓶𑣘ʋцμµꓴ',
  v: 'νѵᴠטꮩꓦ',
  w: 'ѡԝաᴡꮃꓪω',
  x: 'хχ×ⲭꓫ',
  y: 'уүγყɣʏᶌỿꭚ𑣜ꓬ',
  z: 'ᴢꮓꓜʐ2',
};

/** Character → the Latin letter it is mistaken for. */
export const takenFor = new Map(
  Object.entries(lookalikesOf).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
);
