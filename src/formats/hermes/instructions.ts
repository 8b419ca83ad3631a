/**
 * The instructions of every bytecode version that a released compiler wrote, in the order of their opcodes, in the lines of
 * facebook/hermes, include/hermes/BCGen/HBC/BytecodeList.def: name, operands, and the layouts that have it.
 * Operands: r Reg8, R Reg32, b UInt8, h UInt16, w UInt32, a Addr8, A Addr32, i Imm32, d Double; `-` none.
 */
const INSTRUCTIONS = `
  Unreachable - 83-, NewObjectWithBuffer rhhhh -95, NewObjectWithBufferLong rhhww -95, NewObjectWithBuffer rhh 98-,
  NewObjectWithBufferLong rww 98-, NewObjectWithBufferAndParent rrww 98-, NewTypedObjectWithBuffer rrwwb 99-,
  NewObject r, NewObjectWithParent rr, NewArrayWithBuffer rhhh, NewArrayWithBufferLong rhhw, NewArray rh,
  NewFastArray rh 98-, FastArrayLength rr 98-, FastArrayLoad rrr 98-, FastArrayStore rrr 98-, FastArrayPush rr 98-,
  FastArrayAppend rr 98-, CacheNewObject rrwb 98-98, Mov rr, MovLong RR, Negate rr, Not rr, BitNot rr, TypeOf rr,
  Eq rrr, StrictEq rrr, Neq rrr, StrictNeq rrr, Less rrr, LessEq rrr, Greater rrr, GreaterEq rrr, Add rrr, AddN rrr,
  AddS rrr 98-, Mul rrr, MulN rrr, Div rrr, DivN rrr, Mod rrr, Sub rrr, SubN rrr, LShift rrr, RShift rrr, URshift rrr,
  BitAnd rrr, BitXor rrr, BitOr rrr, Inc rr 85-, Dec rr 85-, InstanceOf rrr, IsIn rrr, GetEnvironment rb -95,
  PrivateIsIn rrrr 98-, TypeOfIs rrh 98-, GetParentEnvironment rb 98-, GetEnvironment rrb 98-,
  GetClosureEnvironment rr 98-, StoreToEnvironment rbr, StoreToEnvironmentL rhr, StoreNPToEnvironment rbr,
  StoreNPToEnvironmentL rhr, LoadFromEnvironment rrb, LoadFromEnvironmentL rrh, GetGlobalObject r, GetNewTarget r,
  CreateEnvironment r -95, CreateInnerEnvironment rrw 92-95, LoadParentNoTraps rr 98-,
  CreateFunctionEnvironment rb 98-, CreateTopLevelEnvironment rw 98-, CreateEnvironment rrw 98-, DeclareGlobalVar w,
  ThrowIfHasRestrictedGlobalProperty w 92-95, GetByIdShort rrbb, GetById rrbh, GetByIdLong rrbw,
  GetByIdWithReceiverLong rrbrw 98-, TryGetById rrbh, TryGetByIdLong rrbw, PutById rrbh -95, PutByIdLong rrbw -95,
  TryPutById rrbh -95, TryPutByIdLong rrbw -95, PutNewOwnByIdShort rrb -95, PutNewOwnById rrh -95,
  PutNewOwnByIdLong rrw -95, PutNewOwnNEById rrh -95, PutNewOwnNEByIdLong rrw -95, PutOwnByIndex rrb -95,
  PutOwnByIndexL rrw -95, PutOwnByVal rrrb -95, DelById rrh -95, DelByIdLong rrw -95, PutByIdLoose rrbh 98-,
  PutByIdStrict rrbh 98-, PutByIdLooseLong rrbw 98-, PutByIdStrictLong rrbw 98-, TryPutByIdLoose rrbh 98-,
  TryPutByIdStrict rrbh 98-, TryPutByIdLooseLong rrbw 98-, TryPutByIdStrictLong rrbw 98-, PutOwnBySlotIdx rrb 98-,
  PutOwnBySlotIdxLong rrw 98-, GetOwnBySlotIdx rrb 98-, GetOwnBySlotIdxLong rrw 98-, DefineOwnById rrbh 98-,
  DefineOwnByIdLong rrbw 98-, DefineOwnByIndex rrb 98-, DefineOwnByIndexL rrw 98-, DefineOwnInDenseArray rrb 98-,
  DefineOwnInDenseArrayL rrh 98-, DefineOwnByVal rrrb 98-, GetByVal rrr, PutByVal rrr -95, DelByVal rrr -95,
  PutOwnGetterSetterByVal rrrrb -95, GetByIndex rrb 98-, GetByValWithReceiver rrrr 98-, PutByValLoose rrr 98-,
  PutByValStrict rrr 98-, PutByValWithReceiver rrrrb 98-, DelByVal rrrb 98-, AddOwnPrivateBySym rrr 98-,
  GetOwnPrivateBySym rrbr 98-, PutOwnPrivateBySym rrbr 98-, DefineOwnGetterSetterByVal rrrrb 98-, GetPNameList rrrr,
  GetNextPName rrrrr, Call rrb, Construct rrb, Call1 rrr, CallDirect rbh -95, CallWithNewTarget rrrb 98-, Call2 rrrr,
  Call3 rrrrr, Call4 rrrrrr, CallLong rrw -95, ConstructLong rrw -95, CallDirectLongIndex rbw -95,
  CallWithNewTargetLong rrrr 98-, CallRequire rrw 98-, CallBuiltin rbb, CallBuiltinLong rbw 80-,
  GetBuiltinClosure rb 82-, Ret r, Catch r, DirectEval rr -92, DirectEval rrb 95-, Throw r,
  ThrowIfUndefinedInst r 59-80, ThrowIfEmpty rr 82-, ThrowIfUndefined rr 98-, ThrowIfThisInitialized r 98-, Debugger -,
  AsyncBreakCheck -, ProfilePoint h, Unreachable - -82, CreateBaseClass rrrh 98-, CreateBaseClassLongIndex rrrw 98-,
  CreateDerivedClass rrrrh 98-, CreateDerivedClassLongIndex rrrrw 98-, CreateClosure rrh, CreateClosureLongIndex rrw,
  CreateGeneratorClosure rrh -95, CreateGeneratorClosureLongIndex rrw -95, CreateAsyncClosure rrh 82-95,
  CreateAsyncClosureLongIndex rrw 82-95, CreateThis rrr -95, CreateThisForNew rrb 98-, CreateThisForSuper rrrb 98-,
  SelectObject rrr, LoadParam rb, LoadParamLong rw, LoadConstUInt8 rb, LoadConstInt ri, LoadConstDouble rd,
  LoadConstBigInt rh 87-, LoadConstBigIntLongIndex rw 87-, LoadConstString rh, LoadConstStringLongIndex rw,
  LoadConstEmpty r 82-, LoadConstUndefined r, LoadConstNull r, LoadConstTrue r, LoadConstFalse r, LoadConstZero r,
  CoerceThisNS rr, LoadThisNS r, ToNumber rr, ToNumeric rr 87-, ToInt32 rr, ToUint32 rr 99-, AddEmptyString rr,
  GetArgumentsPropByVal rrr -95, CreatePrivateName rw 98-, GetArgumentsPropByValLoose rrr 98-,
  GetArgumentsPropByValStrict rrr 98-, GetArgumentsLength rr, ReifyArguments r -95, ReifyArgumentsStrict r 98-,
  ReifyArgumentsLoose r 98-, ToPropertyKey rr 98-, CreateRegExp rwww, SwitchImm rwAww -95, StartGenerator - -95,
  ResumeGenerator rr -95, CompleteGenerator - -95, UIntSwitchImm rwAww 98-, StringSwitchImm rwwAw 98-,
  CreateGenerator rrh, CreateGeneratorLongIndex rrw, IteratorBegin rr 73-, IteratorNext rrr 73-, IteratorClose rb 73-,
  TypedLoadParent rr 98-, Jmp a, JmpLong A, JmpTrue ar, JmpTrueLong Ar, JmpFalse ar, JmpFalseLong Ar, JmpUndefined ar,
  JmpUndefinedLong Ar, SaveGenerator a -95, SaveGeneratorLong A -95, JmpTypeOfIs Arh 98-, JLess arr, JLessLong Arr,
  JNotLess arr, JNotLessLong Arr, JLessN arr, JLessNLong Arr, JNotLessN arr, JNotLessNLong Arr, JLessEqual arr,
  JLessEqualLong Arr, JNotLessEqual arr, JNotLessEqualLong Arr, JLessEqualN arr, JLessEqualNLong Arr,
  JNotLessEqualN arr, JNotLessEqualNLong Arr, JGreater arr, JGreaterLong Arr, JNotGreater arr, JNotGreaterLong Arr,
  JGreaterN arr -95, JGreaterNLong Arr -95, JNotGreaterN arr -95, JNotGreaterNLong Arr -95, JGreaterEqual arr,
  JGreaterEqualLong Arr, JNotGreaterEqual arr, JNotGreaterEqualLong Arr, JGreaterEqualN arr -95,
  JGreaterEqualNLong Arr -95, JNotGreaterEqualN arr -95, JNotGreaterEqualNLong Arr -95, JEqual arr, JEqualLong Arr,
  JNotEqual arr, JNotEqualLong Arr, JStrictEqual arr, JStrictEqualLong Arr, JStrictNotEqual arr,
  JStrictNotEqualLong Arr, Add32 rrr 84-95, Sub32 rrr 84-95, Mul32 rrr 84-95, Divi32 rrr 84-95, Divu32 rrr 84-95,
  Loadi8 rrr 84-95, Loadu8 rrr 84-95, Loadi16 rrr 84-95, Loadu16 rrr 84-95, Loadi32 rrr 84-95, Loadu32 rrr 84-95,
  Store8 rrr 84-95, Store16 rrr 84-95, Store32 rrr 84-95, JmpBuiltinIs abr 98-, JmpBuiltinIsLong Abr 98-,
  JmpBuiltinIsNot abr 98-, JmpBuiltinIsNotLong Abr 98-
`;

/** Versions by the first one that has their instructions; of a version with two layouts the bytecode tells which it has. */
const LAYOUTS: readonly (readonly [first: number, versions: readonly number[]])[] = [
  [57, [57, 58]],
  [59, range(59, 72)],
  [73, range(73, 79)],
  [80, [80]],
  [82, [81, 82]],
  [83, [83, 84]],
  [84, [84, 85, 86]],
  [85, [85, 86]],
  [87, [87, 88, 89, 90, 91, 93]],
  [92, [92, 94]],
  [95, [95, 96]],
  [98, [98]],
  [99, [99]],
];

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export interface Operand {
  readonly type: string;
  /** Behind the opcode. */
  readonly offset: number;
}

export interface Instruction {
  readonly name: string;
  /** Opcode included. */
  readonly size: number;
  readonly operands: readonly Operand[];
}

/** By opcode. */
export type InstructionSet = readonly Instruction[];

const SIZES: Readonly<Record<string, number>> = { r: 1, R: 4, b: 1, h: 2, w: 4, a: 1, A: 4, i: 4, d: 8 };

/** What a bundle of this version may hold, likeliest first; empty if the version is not known. */
export function instructionSets(version: number): readonly InstructionSet[] {
  return LAYOUTS.filter(([, versions]) => versions.includes(version))
    .map(([first]) => instructionsOf(first))
    .reverse();
}

const compiled = new Map<number, InstructionSet>();

function instructionsOf(layout: number): InstructionSet {
  const known = compiled.get(layout);
  if (known !== undefined) return known;
  const instructions = INSTRUCTIONS.trim()
    .split(/,\s+/)
    .map((line) => line.split(' '))
    .filter(([, , layouts]) => includes(layouts, layout))
    .map(([name = '', operands = '-']) => instruction(name, operands === '-' ? '' : operands));
  compiled.set(layout, instructions);
  return instructions;
}

/** `73-`, `-95`, `84-95`. */
function includes(layouts: string | undefined, layout: number): boolean {
  const [first = '', last = ''] = (layouts ?? '-').split('-');
  return (first === '' || Number(first) <= layout) && (last === '' || layout <= Number(last));
}

function instruction(name: string, types: string): Instruction {
  let offset = 1;
  const operands = Array.from(types, (type) => {
    const operand = { type, offset };
    offset += SIZES[type] ?? 0;
    return operand;
  });
  return { name, size: offset, operands };
}
