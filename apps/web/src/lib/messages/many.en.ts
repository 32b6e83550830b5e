/** `1 comment`, `2 comments` */
export const many = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;
