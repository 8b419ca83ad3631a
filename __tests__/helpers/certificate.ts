import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';

/**
 * An authority of a test's own that vouches for any host name, so that the real client can check the certificate of
 * `acme.s3.eu-west-1.amazonaws.com` on the loopback address. Lives as long as the process; X.509 as in RFC 5280.
 */
export interface Authority {
  /** PEM, to be trusted by the client. */
  readonly certificate: string;
  /** Key and certificate for one host name. */
  readonly contextOf: (host: string) => SecureContext;
}

const CONSTRUCTED = { sequence: 0x30, set: 0x31, version: 0xa0, extensions: 0xa3 } as const;
const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));

export function createAuthority(): Authority {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const server = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = nameOf('Ajar tests');
  const basicConstraints = extension('551d13', sequence(der(0x01, Buffer.from([0xff]))));
  const key = server.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const contexts = new Map<string, SecureContext>();
  const contextOf = (host: string): SecureContext => {
    const known = contexts.get(host);
    if (known !== undefined) return known;
    const alternativeName = extension('551d11', sequence(der(0x82, Buffer.from(host, 'latin1'))));
    const cert = certificate(
      issuer,
      nameOf('Ajar test server'),
      server.publicKey,
      alternativeName,
      authority.privateKey,
    );
    const context = createSecureContext({ key, cert });
    contexts.set(host, context);
    return context;
  };
  return {
    certificate: certificate(issuer, issuer, authority.publicKey, basicConstraints, authority.privateKey),
    contextOf,
  };
}

function certificate(issuer: Buffer, subject: Buffer, key: KeyObject, extra: Buffer, signer: KeyObject): string {
  const signed = sequence(
    der(CONSTRUCTED.version, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    issuer,
    sequence(utcTime('200101000000Z'), utcTime('491231235959Z')),
    subject,
    key.export({ type: 'spki', format: 'der' }),
    der(CONSTRUCTED.extensions, sequence(extra)),
  );
  const signature = sign('sha256', signed, { key: signer, dsaEncoding: 'der' });
  const whole = sequence(signed, ECDSA_WITH_SHA256, der(0x03, Buffer.from([0]), signature));
  return `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`;
}

/** Tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(CONSTRUCTED.sequence, ...parts);
}

function integer(bytes: Buffer): Buffer {
  return der(0x02, bytes);
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function utcTime(text: string): Buffer {
  return der(0x17, Buffer.from(text));
}

/** A distinguished name of one common name (2.5.4.3). */
function nameOf(commonName: string): Buffer {
  return sequence(der(CONSTRUCTED.set, sequence(oid('550403'), der(0x0c, Buffer.from(commonName)))));
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), der(0x04, value));
}
