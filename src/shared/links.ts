/** Where Ajar lives. */
export const HOME = 'https://github.com/ajar-scan/ajar';

/** The page that explains a rule. */
export function ruleDocs(id: string): string {
  return `${HOME}/blob/main/docs/rules/${id}.md`;
}
