#!/usr/bin/env bash
# Builds the demo's APK and IPA from this folder with real toolchains. On Debian 12:
#   apt-get install aapt apksigner zipalign libsmali-java android-framework-res libplist-utils clang lld llvm zip default-jdk-headless
# The signing key is made anew each time, so the APK's signature differs from run to run; its contents do not.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../app
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

cd "$work"
aapt2 compile --dir "$here/android/res" -o compiled.zip
aapt2 link -A "$here/android/assets" -o base.apk -I /usr/share/android-framework-res/framework-res.apk --manifest "$here/android/AndroidManifest.xml" --auto-add-overlay compiled.zip
smali assemble --api 29 -o classes.dex "$here/android/smali"
touch -d 2024-01-01T00:00:00Z classes.dex
zip -q -X base.apk classes.dex
zipalign -f -p 4 base.apk aligned.apk
keytool -genkeypair -keystore demo.jks -storepass android -keypass android -alias demo -keyalg RSA -keysize 2048 -validity 10000 -dname CN=Demo 2>/dev/null
apksigner sign --ks demo.jks --ks-pass pass:android --out "$out/acme-clinic.apk" aligned.apk
rm -f "$out/acme-clinic.apk.idsig"

app=Payload/AcmeClinic.app
mkdir -p "$app"
clang --target=arm64-apple-ios15.0 -O1 -c "$here/ios/main.c" -o main.o
"$(ls /usr/bin/ld64.lld /usr/lib/llvm-*/bin/ld64.lld 2>/dev/null | head -1)" -arch arm64 -platform_version ios 15.0 15.0 -o "$app/AcmeClinic" main.o "$here/ios/libSystem.tbd"
plistutil -i "$here/ios/Info.xml" -o "$app/Info.plist" -f bin
plistutil -i "$here/ios/GoogleService-Info.xml" -o "$app/GoogleService-Info.plist" -f bin
find Payload -exec touch -d 2024-01-01T00:00:00Z {} +
rm -f "$out/AcmeClinic.ipa"
zip -q -X -r "$out/AcmeClinic.ipa" Payload
ls -l "$out"
