import type { ReportingDescriptor } from 'sarif';
import type { Finding, Rule, Severity } from '../model.ts';
import { securitySeverityOf } from '../shared/severity.ts';
import { safeLink, shorten, visibleLine } from './escape.ts';
import { highestSeverity } from './view.ts';
import { firstSentence } from './words.ts';

/** Above these GitHub refuses the file. */
const MAX_DESCRIPTION = 1024;
const MAX_NAME = 255;
/** GitHub keeps the first ten. */
const MAX_TAGS = 10;

/** All rules, so that the list is never empty, and one for each finding whose rule this version does not know. */
export function descriptors(rules: readonly Rule[], findings: readonly Finding[]): ReportingDescriptor[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  const known = new Set(rules.map(({ id }) => id));
  const strangers = [...byRule].flatMap(([id, [first]]) =>
    known.has(id) || first === undefined ? [] : [ruleOf(first)],
  );
  return [...rules, ...strangers].map((rule) => descriptor(rule, byRule.get(rule.id) ?? []));
}

export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  if (severity === 'critical' || severity === 'high') return 'error';
  return severity === 'medium' ? 'warning' : 'note';
}

function descriptor(rule: Rule, findings: readonly Finding[]): ReportingDescriptor {
  // GitHub keeps the severity on the rule; where a policy or weaker evidence moved its findings, the worst of them counts.
  const severity = highestSeverity(findings) ?? rule.severity;
  const helpUri = [...findings.map(({ docs }) => docs), ...rule.references]
    .map(safeLink)
    .find((uri) => uri !== undefined);
  return {
    id: rule.id,
    name: shorten(pascalCase(rule.id), MAX_NAME),
    shortDescription: { text: visibleLine(rule.title, MAX_DESCRIPTION) },
    fullDescription: { text: visibleLine(`${rule.meaning} ${rule.knows}`, MAX_DESCRIPTION) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      tags: tagsOf(rule),
      precision: rule.precision,
      'security-severity': securitySeverityOf(severity),
    },
  };
}

function tagsOf(rule: Rule): string[] {
  return [
    'security',
    // As CodeQL writes them: three digits at least, so that GitHub's filter `tag:external/cwe/cwe-079` finds them.
    ...rule.cwe.map((cwe) => `external/cwe/cwe-${String(cwe).padStart(3, '0')}`),
    ...rule.mobileTop10.map((risk) => `owasp-mobile-${risk.toLowerCase()}`),
    ...rule.masvs.map((control) => control.toLowerCase()),
  ].slice(0, MAX_TAGS);
}

function helpText(rule: Rule): string {
  return [
    rule.meaning,
    `How Ajar knows: ${rule.knows}`,
    `How to close it:\n${rule.remediation.map((step, index) => `${index + 1}. ${step}`).join('\n')}`,
    `How to prove that it is closed: ${rule.prove}`,
    ...(rule.references.length === 0 ? [] : [`More: ${rule.references.join(' ')}`]),
  ].join('\n\n');
}

/** Rules are our own text, so their Markdown stands as it is. */
function helpMarkdown(rule: Rule): string {
  const links = rule.references.flatMap((reference) => safeLink(reference) ?? []);
  return [
    `**${rule.title}**`,
    rule.meaning,
    `### How Ajar knows\n\n${rule.knows}`,
    `### How to close it\n\n${rule.remediation.map((step, index) => `${index + 1}. ${step}`).join('\n')}`,
    `### How to prove that it is closed\n\n${rule.prove}`,
    ...(links.length === 0 ? [] : [`### More\n\n${links.map((link) => `- <${link}>`).join('\n')}`]),
  ].join('\n\n');
}

/** A rule made up from a finding, for reports that another version wrote. */
function ruleOf(finding: Finding): Rule {
  return {
    id: finding.rule,
    title: visibleLine(finding.title, MAX_DESCRIPTION) || finding.rule,
    severity: finding.severity,
    precision: 'high',
    meaning: `${visibleLine(firstSentence(finding.title), 500) || finding.rule}.`,
    knows: 'Another version of Ajar found it; its documentation has the details.',
    remediation: ['Follow the documentation of the rule.'],
    prove: 'Run Ajar again.',
    cwe: [],
    mobileTop10: [],
    masvs: [],
    references: [],
  };
}

function pascalCase(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
