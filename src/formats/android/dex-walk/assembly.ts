/*
 * AssemblyScript, compiled to WebAssembly by scripts/wasm.mjs: the walk over all classes of a dex file, which are a hundred thousand
 * members and millions of instructions, read once. V8 takes longer to compile and recompile such loops than they run.
 *
 * It says which code loads which wanted string, which values of static fields and annotations hold one, and what the wanted methods
 * are called with. (source.android.com/docs/core/runtime/dex-format and dalvik-bytecode)
 */
import {
  afterInstruction,
  argument,
  calledMethod,
  codeEnd,
  codeStart,
  fieldPutAfter,
  follow,
  forgetRegisters,
  isStaticCall,
  loadedString,
  NESTED,
  UNKNOWN,
} from './assembly/code';
import { isSpent, size, spend, u32At } from './assembly/file';
import { code, enter, isStaticField, member, nextMember } from './assembly/members';
import {
  ARGUMENT,
  CLASS_ANNOTATION,
  clear,
  FIELD_ANNOTATION,
  isHalfFull,
  LOADED,
  METHOD_ANNOTATION,
  NO_INDEX,
  record,
  STATIC_VALUE,
} from './assembly/records';
import { annotationSet, annotationSets, count, hasMore, startValues, value, valuesOf } from './assembly/values';
import { isNew, isWanted, isWantedMethod, isWantedName, nestsIn, registerOf } from './assembly/wanted';

export { budgetLeft, setBudget, setFile } from './assembly/file';
export { isOverflown, recordCount, setRecords } from './assembly/records';
export { forgetSeen, setMethods, setSeen, setStrings } from './assembly/wanted';

/** class_def_item */
const CLASS_SIZE: u32 = 32;
const ANNOTATIONS: u32 = 20;
const DATA: u32 = 24;
const STATIC_VALUES: u32 = 28;
/** Fields are counted with 16 bits. */
const MAX_FIELDS: u32 = 65_536;

let classes: u32 = 0;
let classCount: u32 = 0;
let fields: u32 = 0;
let fieldCount: u32 = 0;

export function setClasses(start: u32, count: u32): void {
  classes = start;
  classCount = count;
}

export function setFields(start: u32, count: u32): void {
  fields = start;
  fieldCount = count;
}

function classWord(index: u32, offset: u32): u32 {
  return u32At(classes + CLASS_SIZE * index + offset);
}

/** The uses of the wanted strings in classes from `first` on. Gives the first class that it did not look at. */
export function uses(first: u32): u32 {
  clear();
  let index = first;
  while (index < classCount && !isSpent() && !isHalfFull()) {
    spend(1);
    loadsIn(index);
    staticValues(index);
    annotations(index);
    index += 1;
  }
  return index;
}

/** The strings that the class at `index` loads, in the order of its members, and those of its static fields. */
export function stringsOf(index: u32): void {
  clear();
  enter(classWord(index, DATA));
  while (nextMember()) if (code !== 0) loads(index);
  staticValues(index);
}

function loadsIn(index: u32): void {
  enter(classWord(index, DATA));
  while (nextMember()) if (code !== 0 && isNew(code)) loads(index);
}

function loads(index: u32): void {
  const end = codeEnd(code);
  for (let at = codeStart(code); at < end; at = afterInstruction(at, end)) {
    const string = loadedString(at);
    if (string === NO_INDEX || !isWanted(string)) continue;
    record(LOADED, index, member, code, addressOf(at), string, fieldPutAfter(at, end));
  }
}

/** In code units from the first instruction on. */
function addressOf(at: usize): u32 {
  return <u32>(at - codeStart(code)) >>> 1;
}

/** The values of a class's static fields stand in the order of those fields. */
function staticValues(index: u32): void {
  const offset = classWord(index, STATIC_VALUES);
  if (offset === 0) return;
  startValues(offset);
  const elements = min(count(), MAX_FIELDS);
  enter(classWord(index, DATA));
  for (let element: u32 = 0; element < elements && hasMore(); element++) {
    if (!nextMember() || !isStaticField()) return;
    valuesOf(STATIC_VALUE, index, member, isWantedName(fieldName(member)));
    value(0);
  }
}

/** field_id_item: class and type, then its name. */
function fieldName(field: u32): u32 {
  return field < fieldCount ? u32At(fields + 8 * field + 4) : NO_INDEX;
}

/** annotations_directory_item: the class's own set, then those of fields, methods and parameters. */
function annotations(index: u32): void {
  const directory = classWord(index, ANNOTATIONS);
  if (directory === 0) return;
  valuesOf(CLASS_ANNOTATION, index, NO_INDEX, false);
  annotationSet(u32At(directory));
  const fieldItems: u64 = u32At(directory + 4);
  const methodItems = fieldItems + u32At(directory + 8);
  const items = methodItems + u32At(directory + 12);
  for (let item: u64 = 0; item < items && <u64>directory + 8 * item + 24 <= size && !isSpent(); item++) {
    spend(1);
    const at = directory + 16 + 8 * <u32>item;
    valuesOf(item < fieldItems ? FIELD_ANNOTATION : METHOD_ANNOTATION, index, u32At(at), false);
    if (item < methodItems) annotationSet(u32At(at + 4));
    else annotationSets(u32At(at + 4));
  }
}

/**
 * Strings that wanted methods are called with in classes from `first` on. Gives the first class that it did not look at. What several
 * methods share is told for each of them.
 */
export function calls(first: u32): u32 {
  clear();
  let index = first;
  while (index < classCount && !isSpent() && !isHalfFull()) {
    enter(classWord(index, DATA));
    while (nextMember()) {
      if (code === 0) continue;
      const end = codeEnd(code);
      if (mayCall(end)) argumentsIn(index, end);
    }
    index += 1;
  }
  return index;
}

function mayCall(end: usize): bool {
  for (let at = codeStart(code); at < end; at = afterInstruction(at, end)) {
    const method = calledMethod(at);
    if (method !== NO_INDEX && isWantedMethod(method)) return true;
  }
  return false;
}

/**
 * Registers are followed from instruction to instruction, as if there were no branches: compilers load a literal right before they
 * hand it over.
 */
function argumentsIn(index: u32, end: usize): void {
  forgetRegisters();
  let nests = false;
  for (let at = codeStart(code); at < end; at = afterInstruction(at, end)) {
    const method = calledMethod(at);
    const isCall = method !== NO_INDEX && isWantedMethod(method);
    if (isCall) {
      const receivers: u32 = isStaticCall(at) ? 0 : 1;
      const string = argument(at, registerOf(method) + receivers);
      const isPart = nestsIn(method) && receivers === 1 && argument(at, 0) === NESTED;
      if (string !== UNKNOWN && string !== NESTED && !isPart) {
        record(ARGUMENT, index, member, code, addressOf(at), string, method);
      }
    }
    follow(at, nests);
    nests = isCall && nestsIn(method);
  }
}
