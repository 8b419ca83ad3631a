import type { Declaration, Finding, Observation, Place, Report } from '../model.ts';
import { placeInWords, subjectOf } from './view.ts';
import { AUDIENCE_WORDS, EVIDENCE_WORDS, kindInWords, operationsInWords } from './words.ts';

/** One step of how a finding is known. */
export interface EvidenceStep {
  readonly view: 'shipped' | 'named' | 'declared' | 'observed';
  /** Absent for what a live request saw. */
  readonly place?: Place;
  /** One sentence; may hold text of the artifact. */
  readonly text: string;
}

/** The chain of evidence: shipped, named in the source, declared by the config, observed by a probe. Never empty. */
export function evidenceChain(report: Report, finding: Finding): EvidenceStep[] {
  const backend = report.backends.find(({ id }) => id === finding.backend);
  const credential = report.credentials.find(({ id }) => id === finding.credential);
  const subject = subjectOf(report, finding);
  const name = `${kindInWords(subject.kind)} ${subject.name}`.trim();
  const shipped = [...(credential?.shipped ?? []), ...(backend?.shipped ?? [])];
  const steps = [
    ...shipped.map((place) => placeStep(place.origin === 'artifact' ? 'shipped' : 'named', place, name)),
    ...(backend?.mentioned ?? []).map((place) => placeStep('named', place, name)),
    ...(backend?.declared ?? []).filter((declaration) => grants(declaration, finding)).map(declarationStep),
    ...(backend?.observed ?? []).filter(({ outcome }) => outcome === 'open').map(observationStep),
  ];
  return steps.length > 0 ? steps : [lastResort(finding, name)];
}

/** The thing itself is in no list (a fixed finding, a report of another version). */
function lastResort(finding: Finding, name: string): EvidenceStep {
  const [place] = finding.places;
  const text = `${name}: ${EVIDENCE_WORDS[finding.evidence]}`;
  return { view: 'named', text, ...(place === undefined ? {} : { place }) };
}

function placeStep(view: 'shipped' | 'named', place: Place, name: string): EvidenceStep {
  const verb = view === 'shipped' ? 'The app ships' : 'The repository names';
  return { view, place, text: `${verb} ${name}: ${placeInWords(place)}` };
}

/** Of a backend's declarations those that let somebody do what the finding is about. */
function grants(declaration: Declaration, finding: Finding): boolean {
  if (declaration.state !== 'open' && declaration.state !== 'conditional') return false;
  const told = finding.access.flatMap(({ can }) => can);
  return told.length === 0 || declaration.can.some((operation) => told.includes(operation));
}

function declarationStep(declaration: Declaration): EvidenceStep {
  const { path, line, column, pattern, audience, can, why } = declaration;
  const who = can.length === 0 ? '' : `${AUDIENCE_WORDS[audience]} can ${operationsInWords(can)}`;
  const where = pattern === undefined ? '' : ` ${pattern}`;
  const what = `${who}${where}`.trim();
  return {
    view: 'declared',
    place: { origin: 'repo', path, line, ...(column === undefined ? {} : { column }) },
    text: what === '' ? why : `${what}: ${why}`,
  };
}

function observationStep(observation: Observation): EvidenceStep {
  return { view: 'observed', text: `Probe ${observation.probe} (HTTP ${observation.status}): ${observation.why}` };
}
