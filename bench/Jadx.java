import jadx.api.JadxArgs;
import jadx.api.JadxDecompiler;
import jadx.api.impl.NoOpCodeCache;
import jadx.api.impl.SimpleCodeWriter;
import java.io.File;

/**
 * Stands in for jadx's command line, which is in no package registry, with the libraries that Maven Central has: jadx-core,
 * jadx-dex-input and jadx-java-input 1.5.0, without aapt2-proto (so no AAB is read), and baksmali, which
 * MobSF's package carries. It takes the options that MobSF, apkscan and apkleaks give, with the defaults of the command line.
 *
 *     javac -cp 'LIBRARIES/*' -d CLASSES bench/Jadx.java
 *     java -cp 'LIBRARIES/*:CLASSES' Jadx -d OUT APP.apk
 */
public class Jadx {
  public static void main(String[] words) throws Exception {
    JadxArgs args = new JadxArgs();
    args.setCodeCache(new NoOpCodeCache());
    args.setCodeWriterProvider(SimpleCodeWriter::new);
    args.setThreadsCount(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "-d", "--output-dir" -> args.setOutDir(new File(words[++i]));
        case "-ds", "--output-dir-src" -> args.setOutDirSrc(new File(words[++i]));
        case "-r", "--no-res" -> args.setSkipResources(true);
        case "--show-bad-code" -> args.setShowInconsistentCode(true);
        case "--deobf" -> args.setDeobfuscationOn(true);
        case "-q", "--quiet" -> { }
        default -> args.getInputFiles().add(new File(words[i]));
      }
    }
    try (JadxDecompiler jadx = new JadxDecompiler(args)) {
      jadx.load();
      boolean none = jadx.getRoot().getClasses().isEmpty();
      if (none && args.isSkipResources()) System.exit(1);
      args.setSkipSources(none);
      jadx.save();
    }
    // As there, code that could not be decompiled is no failure.
    System.exit(0);
  }
}
