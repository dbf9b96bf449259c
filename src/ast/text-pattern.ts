/** A pattern that matches this text and nothing else. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** A pattern that matches a name where it is not part of a longer one. */
export function wordPattern(name: string): string {
  return String.raw`(?<![\w$])${escapePattern(name)}(?![\w$])`;
}
