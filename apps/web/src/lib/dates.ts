/** Dates as a site shows them, in its language and time zone. */
export interface Dates {
  /** `26 November 2026 at 08:29` */
  long(at: string): string;
  /** `26 Nov, 09:02` */
  short(at: string): string;
  /** `09:02` */
  time(at: string): string;
  /** `09:02:17` */
  clock(at: string): string;
  /** With seconds and zone. */
  exact(at: string): string;
  /** `Thursday 26 November 2026` */
  day(at: string | Date): string;
  /** `2 January 2026`, of `2026-01-02`: a day that is the same in every zone. */
  ofDay(day: string): string;
  /** `2026-11-26`, for comparing days of the site's zone. */
  dayKey(at: string | Date): string;
  number(value: number): string;
}

/** Times of each form that are not written out again: most pages show what one before them showed. */
const rememberedTimes = 5_000;

const made = new Map<string, Dates>();

export function datesFor({ language, timeZone }: { language: string; timeZone: string }): Dates {
  const key = `${language} ${timeZone}`;
  const dates = made.get(key) ?? makeDates(language, timeZone);
  made.set(key, dates);
  return dates;
}

function makeDates(language: string, timeZone: string): Dates {
  // British order reads like a newspaper where English does not say whose.
  const locale = language === 'en' ? 'en-GB' : language;
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    const written = new Map<string, string>();
    return (at: string | Date) => {
      if (typeof at !== 'string') return formatter.format(at);
      const text = written.get(at) ?? formatter.format(new Date(at));
      // The desk has this in the browser: a plain map is 5 KB less than one that forgets the oldest.
      if (written.size >= rememberedTimes) written.clear();
      written.set(at, text);
      return text;
    };
  };
  const key = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const numbers = new Intl.NumberFormat(locale);
  return {
    long: format({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    short: format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
    clock: format({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    exact: format({ dateStyle: 'full', timeStyle: 'long' }),
    day: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    ofDay: format({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    dayKey: (at) => key.format(typeof at === 'string' ? new Date(at) : at),
    number: (value) => numbers.format(value),
  };
}
