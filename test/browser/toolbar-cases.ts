/** The twelve, as the seed has them. */
export const names = [
  ...['Bold', 'Italic', 'Underline', 'Strike', 'Bullet', 'Blockquote'],
  ...['Small', 'Big', 'Link', 'Squish', 'Foto', 'Photo'],
];

/** Of each button: a text with what is selected of it, what becomes of it, and what without a selection at its end. */
export const cases: Record<string, [text: string, selected: string, becomes: string, atEnd: string]> = {
  Bold: ['one two', 'two', 'one **two**', 'one two****'],
  Italic: ['one two', 'two', 'one *two*', 'one two**'],
  Underline: ['one two', 'two', 'one <u>two</u>', 'one two<u></u>'],
  Strike: ['one two', 'two', 'one ~~two~~', 'one two~~~~'],
  Bullet: ['one\ntwo', 'one\ntwo', '- one\n- two', 'one\n- two'],
  Blockquote: ['one\ntwo', 'one\ntwo', '> one\n> two', 'one\n> two'],
  Small: ['one two', 'two', 'one <small>two</small>', 'one two<small></small>'],
  Big: ['one two', 'two', 'one <big>two</big>', 'one two<big></big>'],
  Link: ['one two', 'two', 'one [two](https://a.example/x.png)', 'one two[A quay](https://a.example/x.png)'],
  Squish: ['one\ntwo  \n\n\nthree\nfour', 'three\nfour', 'one\ntwo  \n\n\nthree four', 'one two\n\nthree four'],
  Foto: [
    'one two',
    'two',
    'one ![two](https://a.example/x.png "foto")',
    'one two![A quay](https://a.example/x.png "foto")',
  ],
  Photo: ['one two', 'two', 'one ![two](https://a.example/x.png)', 'one two![A quay](https://a.example/x.png)'],
};
