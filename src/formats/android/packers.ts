/**
 * Application classes that commercial packers put in place of the app's own; the app's code is then decrypted on the
 * device and is not in the dex files. Class names as published by the packers and seen in packed apps.
 */
const STUB_PREFIXES: readonly (readonly [prefix: string, packer: string])[] = [
  ['com.stub.StubApp', 'Qihoo 360 Jiagu'],
  ['com.qihoo.util.StubApp', 'Qihoo 360 Jiagu'],
  ['com.tencent.StubShell.', 'Tencent Legu'],
  ['com.wrapper.proxyapplication.', 'Tencent Legu'],
  ['com.secneo.apkwrapper.', 'SecNeo/Bangcle'],
  ['com.secneo.guard.', 'SecNeo/Bangcle'],
  ['com.secshell.shellwrapper.', 'SecNeo/Bangcle'],
  ['com.bangcle.', 'SecNeo/Bangcle'],
  ['s.h.e.l.l.S', 'Ijiami'],
  ['com.shell.SuperApplication', 'Ijiami'],
  ['com.baidu.protect.StubApplication', 'Baidu'],
  ['com.ali.mobisecenhance.StubApplication', 'Alibaba'],
  ['com.nagain.protect', 'Naga'],
  ['com.edog.', 'Naga'],
  ['com.payegis.ProxyApplication', 'PayEgis'],
  ['com.kiwisec.', 'Kiwisec'],
  ['com.seworks.medusah', 'Medusah'],
  ['com.merry.wapper.WapperApplication', 'PangXie'],
  ['cn.securitystack.stee.', 'STEE'],
];

/** As a type of a dex file (`Lcom/stub/StubApp;`): a package, or a class with all that it holds. */
const STUB_TYPE = new RegExp(`^L(?:${STUB_PREFIXES.map(([prefix]) => typePattern(prefix)).join('|')})`);

function typePattern(prefix: string): string {
  const type = prefix.replaceAll('.', '/');
  return type.endsWith('/') ? type : `${type}[/;]`;
}

/** Name of the packer whose stub the class is, if it is one. Dotted class name. */
export function packerOfStub(className: string): string | undefined {
  return STUB_PREFIXES.find(([prefix]) =>
    prefix.endsWith('.') ? className.startsWith(prefix) : className === prefix || className.startsWith(`${prefix}.`),
  )?.[1];
}

/** The same of a type. Many are asked about, and hardly any is one. */
export function packerOfType(type: string): string | undefined {
  return STUB_TYPE.test(type) ? packerOfStub(type.slice(1, -1).replaceAll('/', '.')) : undefined;
}
