import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leave, plantOther, run, type Shelf, type Where, writeApp } from './plants.ts';
import { dartKernel } from './writers.ts';

/** Call sites: a Supabase project whose tables, buckets and functions are named in calls, next to calls that name none. */

/** Reference of a project, of twenty letters, that belongs to this number alone. */
function reference(number: number): string {
  const letters = Array.from(String(number).padStart(4, '0'), (digit) => 'abcdefghij'[Number(digit)]);
  return `qzrtvwxkplmnbhgf${letters.join('')}`;
}

const PATHS = ['/rest/v1/profiles', '/rest/v1/rpc/leaderboard', '/storage/v1/avatars'];

/** As Metro hands modules to the compiler. */
export function scriptWithCalls(number: number): string {
  return [
    `__d(function(g,r,i,a,m,e,d){e.client=r(1).createClient("https://${reference(number)}.supabase.co");},0,[]);`,
    '__d(function(g,r,i,a,m,e,d){var c=r(0);',
    'e.profiles=function(x){return c.client.from("profiles").select("*").eq("id",x)};',
    'e.avatar=function(x){return c.client.storage.from("avatars").upload("a",x)};',
    'e.leaders=function(){return c.client.rpc("leaderboard",{n:1})};',
    'e.letters=function(f){return Array.from("letters").map(f)};',
    'e.any=function(name){return c.client.from(name).select("no table")};},1,[0]);',
  ].join('\n');
}

/** Notes that the project of this number is there, with exactly the paths that the calls name. */
export function plantCalls(shelf: Shelf, artifact: string, number: number, where: Where): void {
  plantOther(shelf, artifact, `supabase:${reference(number)}`, { ...where, paths: PATHS });
}

export function plantCallSites(shelf: Shelf): void {
  writeApp(shelf, 'calls/script.apk', { 'assets/index.android.bundle': scriptWithCalls(1) });
  plantCalls(shelf, 'calls/script.apk', 1, {
    place: 'calls in JavaScript',
    entry: 'assets/index.android.bundle',
    locator: /^js line 1 column \d+$/,
  });
  dart(shelf);
  dotnet(shelf);
}

function dart(shelf: Shelf): void {
  const host = `https://${reference(2)}.supabase.co`;
  const main = [
    "final rows = await client.from('profiles').select();",
    "await client.storage.from('avatars').upload('a', file);",
    "await client.rpc('leaderboard');",
    "Iterable.castFrom('letters').map(f);",
  ].join('\n');
  const library = "client.from('inside_the_sdk').select();";
  const sources = {
    'file:///home/acme/app/lib/main.dart': main,
    'file:///home/acme/.pub-cache/hosted/pub.dev/supabase-2.0.0/lib/a.dart': library,
  };
  const entry = 'assets/flutter_assets/kernel_blob.bin';
  writeApp(shelf, 'calls/dart.apk', { [entry]: dartKernel(sources, ['acme', host]) });
  plantCalls(shelf, 'calls/dart.apk', 2, { place: 'calls in a Dart kernel', entry, locator: 'kernel string 1' });
}

/** The SDKs by the faces that their documentation gives them. */
const SDK = `
namespace Supabase.Postgrest.Attributes { public class TableAttribute : System.Attribute { public TableAttribute(string name) { } } }
namespace Supabase.Storage.Interfaces { public interface IStorageClient<B, F> { F From(string id); } }
namespace Supabase { public class Client { public Client(string url) { } public object Rpc(string procedure, object parameters) { return null; } } }
namespace Amazon.S3.Model { public class PutObjectRequest { public string BucketName { get; set; } } }
namespace Amazon.DynamoDBv2.DataModel { public class DynamoDBTableAttribute : System.Attribute { public DynamoDBTableAttribute(string name) { } } }
namespace Amazon.DynamoDBv2.DocumentModel { public class Table { public static Table LoadTable(object client, string name) { return null; } } }
`;

const APP = `
using Supabase.Postgrest.Attributes;
[Table("profiles")] public class Profile { }
[Amazon.DynamoDBv2.DataModel.DynamoDBTable("AcmePlantedAttribute")] public class Order { }
public class Calls {
  Supabase.Client client = new Supabase.Client("https://${reference(3)}.supabase.co");
  public object Covers(Supabase.Storage.Interfaces.IStorageClient<int, string> storage) { return storage.From("avatars"); }
  public object Leaders() { return client.Rpc("leaderboard", "not a name"); }
  public object Any(Supabase.Storage.Interfaces.IStorageClient<int, string> storage, bool flag) { return storage.From(flag ? "one" : "other"); }
  public object Upload() { return new Amazon.S3.Model.PutObjectRequest { BucketName = "acme-planted-setter" }; }
  public object Load(object client) { return Amazon.DynamoDBv2.DocumentModel.Table.LoadTable(client, "AcmePlantedTable"); }
}
`;

function dotnet(shelf: Shelf): void {
  leave(shelf, 'Sdk.cs', SDK);
  leave(shelf, 'CallSites.cs', APP);
  run(shelf, 'mcs', '-target:library', '-out:Sdk.dll', 'Sdk.cs');
  run(shelf, 'mcs', '-target:library', '-r:Sdk.dll', '-out:CallSites.dll', 'CallSites.cs');
  const artifact = 'calls/dotnet.apk';
  const entry = 'assemblies/CallSites.dll';
  writeApp(shelf, artifact, { [entry]: readFileSync(join(shelf.work, 'CallSites.dll')) });
  plantCalls(shelf, artifact, 3, {
    place: '.NET: calls and attributes',
    entry,
    locator: /^#US 0x70\w{6} in Calls::\.ctor$/,
  });
  const put = (id: string, place: string, locator: string | RegExp) =>
    plantOther(shelf, artifact, id, { place: `.NET: ${place}`, entry, locator });
  put('s3:acme-planted-setter', 'setter', /^#US 0x70\w{6} in Calls::Upload$/);
  put('dynamodb:AcmePlantedTable', 'second parameter', /^#US 0x70\w{6} in Calls::Load$/);
  put('dynamodb:AcmePlantedAttribute', 'attribute', 'attribute Amazon.DynamoDBv2.DataModel.DynamoDBTableAttribute');
}
