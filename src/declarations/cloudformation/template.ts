import type { Spot } from '../services/verdict.ts';
import { entriesOf, entryOf, type SourceEntry, type SourceNode, scalarText, under } from '../trees/source.ts';

/** A template's sections (AWS CloudFormation user guide, "Template sections"); several files may make one. */
export interface Template {
  readonly path: string;
  readonly parameters: ReadonlyMap<string, SourceNode>;
  readonly mappings: ReadonlyMap<string, SourceNode>;
  readonly conditions: ReadonlyMap<string, SourceNode>;
  readonly resources: ReadonlyMap<string, TemplateResource>;
  /** Defaults of SAM, by resource: `Globals.Function`. */
  readonly globals: SourceNode | undefined;
}

export interface TemplateResource {
  readonly id: string;
  readonly type: string;
  /** Of the logical id. */
  readonly spot: Spot;
  readonly body: SourceNode;
  readonly condition: string | undefined;
  /** Where the CDK program made it: `aws:cdk:path`. */
  readonly constructPath: string | undefined;
}

const MAX_RESOURCES = 5_000;

export function templateOf(path: string, root: SourceNode): Template {
  const section = (name: string) =>
    new Map(entriesOf(under(root, name)).map(({ key, value }): [string, SourceNode] => [key, value]));
  return {
    path,
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    resources: resourcesOf(entriesOf(under(root, 'Resources'))),
    globals: under(root, 'Globals'),
  };
}

export function resourcesOf(entries: readonly SourceEntry[]): ReadonlyMap<string, TemplateResource> {
  return new Map(
    entries.slice(0, MAX_RESOURCES).flatMap((entry): [string, TemplateResource][] => {
      const resource = resourceOf(entry);
      return resource === undefined ? [] : [[entry.key, resource]];
    }),
  );
}

function resourceOf({ key: id, spot, value: body }: SourceEntry): TemplateResource | undefined {
  const type = scalarText(under(body, 'Type'));
  if (type === undefined) return undefined;
  return {
    id,
    type,
    spot,
    body,
    condition: scalarText(under(body, 'Condition')),
    constructPath: scalarText(under(body, 'Metadata', 'aws:cdk:path')),
  };
}

/** True for a `Resources` entry that the language extensions multiply: `Fn::ForEach::Name`. */
export function isLoop({ key }: SourceEntry): boolean {
  return key.startsWith('Fn::ForEach::');
}

/** True for a tree that is a template: it has resources, and the first ones have types. */
export function isTemplate(root: SourceNode | undefined): root is SourceNode {
  return entriesOf(under(root, 'Resources')).some(
    (entry) => entryOf(entry.value, 'Type') !== undefined || isLoop(entry),
  );
}
