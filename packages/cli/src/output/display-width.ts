/** How many columns of a terminal a text takes: letters of East Asian scripts and emoji take two, combining marks none. */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const invisible = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** Columns of a text on one line. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += invisible.test(letter) ? 0 : wide.test(letter) ? 2 : 1;
  return width;
}
