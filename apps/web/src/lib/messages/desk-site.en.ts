/** What the desk says of what the site says of itself. */
export const siteEn = {
  siteName: 'Name',
  motto: 'Motto',
  language: 'Language',
  languageNote: 'a tag such as en or de-AT',
  timeZone: 'Time zone',
  timeZoneNote: 'such as Europe/Vienna',
  editMinutes: 'Minutes to edit a comment',
  editMinutesNote: 'from posting; 0: never',
  closesAfter: 'Comments close after days',
  closesAfterNote: '“never”, or nothing: 14, and archives stay as they were',
  quietFrom: 'Quiet from',
  quietUntil: 'Quiet until',
  quietNote: 'when only the staff comments, such as 23:30',
  publishing: 'Who publishes',
  whoPublishes: {
    editors: 'Editors',
    reviewed: 'Any account, after an editor’s review',
    everyone: 'Any account, at once',
  },
  texts: { rules: 'Rules', imprint: 'Imprint', privacy: 'Privacy' },
  textsNote: 'Markdown. Empty: there is no such page, and no link to it.',
};
