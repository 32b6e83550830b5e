/** An article in the house view, sanitised by the gateway's renderer. */
export interface HouseView {
  title: string;
  description: string;
  bodyHtml: string;
}

/** A text as readers see it; the house view is null where nothing differs. */
export interface Previewed {
  html: string;
  house: HouseView | null;
}
