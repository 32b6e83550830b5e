export interface Commenter {
  name: string;
  email?: string;
  website?: string;
}

/** Who comments in the threads of the days before, by the short name that the threads use. */
export const commenters: Record<string, Commenter> = {
  bernard: { name: 'Bernard (a goat)' },
  bus: { name: 'Bus Driver 12' },
  clerk: { name: 'Deputy Clerk (Acting)', website: 'https://lowerquill.example/notices' },
  connie: { name: 'Counterweight Connie', email: 'connie@mail.example' },
  fewer: { name: 'Less or Fewer' },
  hake: { name: 'Hake & Sons', website: 'https://hake.example' },
  hedges: {
    name: 'Hon. Secretary, Lower Quill & District Society for the Upkeep of Perfectly Adequate Hedges',
    website: 'https://hedges.example/minutes',
  },
  hobb: { name: 'Cllr Hobb' },
  horn: { name: 'Second Foghorn' },
  ida: { name: 'Ida the Optician', website: 'https://ida.example' },
  interval: { name: 'Confidence Interval', website: 'https://interval.example' },
  jonty: { name: 'jonty_2' },
  lamp: { name: 'Lamplighter (retd)' },
  marrow: { name: 'Marrow', website: 'https://marrow.example' },
  nan: { name: "Jonty's Nan" },
  nour: { name: 'نور من الميناء' },
  petrel: { name: 'Petrel' },
  pier: { name: 'Grumbling Pier' },
  ratepayer: { name: 'A Ratepayer' },
  sally: { name: 'Ordnance Sally', website: 'https://sally.example/maps' },
  salt: { name: 'Old Salt', email: 'salt@mail.example' },
  salt2: { name: 'Old Salt', email: 'oldham@mail.example' },
  sleuth: { name: 'Miss Quimby Lane' },
  tilda: { name: 'Tilda Fenn', website: 'https://fenn.example/notes' },
  vicar: { name: 'Rev. P. Underhay' },
  winnie: { name: 'Winifred Ashgrove', website: 'https://ashgrove.example/bernard' },
};

/** The account that the threads call `ed`. */
export const editor = { username: 'Dot Varley', email: 'dot.varley@courier.example' };
