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

/** Name of the packer whose stub the class is, if it is one. Dotted class name. */
export function packerOfStub(className: string): string | undefined {
  return STUB_PREFIXES.find(([prefix]) =>
    prefix.endsWith('.') ? className.startsWith(prefix) : className === prefix || className.startsWith(`${prefix}.`),
  )?.[1];
}
