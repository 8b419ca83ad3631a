import { messageOf } from '../shared/errors.ts';
import { type Api, isRecord, type Repository, statusOf } from './api.ts';

export type BaseReport = { readonly sarif: string } | { readonly why: string };

/**
 * The last report of the base branch: what code scanning keeps of it, because it is there wherever the SARIF was uploaded and
 * needs no second store. Needs `security-events: read`.
 * https://docs.github.com/rest/code-scanning/code-scanning#list-code-scanning-analyses-for-a-repository
 */
export async function baseReport(api: Api, repository: Repository, ref: string, category: string): Promise<BaseReport> {
  try {
    const { data } = await api.request('GET /repos/{owner}/{repo}/code-scanning/analyses', {
      ...repository,
      ref,
      tool_name: 'Ajar',
      per_page: 100,
      sort: 'created',
      direction: 'desc',
    });
    const analyses = Array.isArray(data) ? data.filter(isRecord) : [];
    // Newest first. GitHub takes what stands before the last slash of automationDetails.id as the category.
    // One that could not be processed has an error, and no results.
    const last = analyses.find((analysis) => analysis.category === `ajar/${category}` && !analysis.error);
    if (typeof last?.id !== 'number') return { why: `code scanning has no report of ${ref} yet` };
    const analysis = await api.request('GET /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}', {
      ...repository,
      analysis_id: last.id,
      headers: { accept: 'application/sarif+json' },
    });
    return { sarif: textOf(analysis.data) };
  } catch (error) {
    const status = statusOf(error);
    if (status === 403 || status === 404) {
      return { why: `code scanning could not be read (HTTP ${status}); it needs “security-events: read”` };
    }
    return { why: status === undefined ? messageOf(error) : `HTTP ${status}` };
  }
}

/** Octokit parses `application/json` alone; other types come as text, or as bytes where no character set is named. */
function textOf(data: unknown): string {
  if (typeof data === 'string') return data;
  if (data instanceof ArrayBuffer) return Buffer.from(data).toString('utf8');
  return JSON.stringify(data);
}
