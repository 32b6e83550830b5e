import type { BroadsideEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';

export interface EditWindow {
  site: string;
  minutes: number;
}

/** For how long comments can be edited, from the articles topic; without a row it is as the contract says. */
export const editWindow: Projection<EditWindow, unknown, BroadsideEvent> = {
  name: 'edit-window',
  rowIds: ({ type, stream, data }) => (type === 'SiteDescribed' && data.editMinutes !== undefined ? [stream] : []),
  evolve: (_row, event, site) =>
    event.type === 'SiteDescribed' && event.data.editMinutes !== undefined
      ? { site, minutes: event.data.editMinutes }
      : undefined,
  save: async (client, rows) => {
    await client.query({
      name: 'save-edit-window',
      text: `INSERT INTO listening.edit_window (site, minutes) SELECT * FROM unnest($1::text[], $2::int[])
             ON CONFLICT (site) DO UPDATE SET minutes = excluded.minutes`,
      values: [rows.map(({ site }) => site), rows.map(({ minutes }) => minutes)],
    });
  },
};
