package io.nowbridge.local;

import io.mvnpm.esbuild.Bundler;
import io.mvnpm.esbuild.model.BundleOptions;
import io.mvnpm.esbuild.model.EsBuildConfig;
import io.mvnpm.esbuild.model.WebDependency;
import io.mvnpm.esbuild.model.WebDependency.WebDependencyType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bundles the console, as the build asks for it: its TypeScript and its styles, with the libraries that lie on this program's
 * class path, into files whose names change with what is in them; the page that names
 * them; and beside them the guides that it shows.
 */
final class BundleConsole {

    private static final String SCRIPT = "main.ts";
    private static final Pattern HASHED = Pattern.compile("main-\\w+\\.(js|css)");

    private BundleConsole() {}

    public static void main(String[] line) throws IOException, InterruptedException {
        var source = Path.of(line[0]);
        var guides = Path.of(line[1]);
        var target = Path.of(line[2]).toAbsolutePath();
        var work = target.resolveSibling("console-work");

        FunctionZip.delete(target);
        FunctionZip.delete(work);
        copy(source, work);
        var bundle = Bundler.bundle(options(work), true).dist();
        check(work);
        copy(bundle, target.resolve("console"));
        copy(source.resolve("static"), target);
        copy(guides, target.resolve("console/guides"));
        var page = Files.readString(source.resolve("index.html"));
        Files.writeString(target.resolve("index.html"), named(page, target.resolve("console")));
    }

    private static BundleOptions options(Path work) {
        return BundleOptions.builder()
                .withWorkDir(work)
                .withDependencies(libraries())
                .addEntryPoint(SCRIPT)
                .withEsConfig(EsBuildConfig.builder()
                        .withDefault()
                        .bundle()
                        .minify()
                        .splitting()
                        .sourceMap(false)
                        .hashedNames()
                        .publicPath("/console/")
                        .build())
                .build();
    }

    private static List<WebDependency> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.toString().contains(File.separator + "org" + File.separator + "mvnpm"))
                .filter(jar ->
                        !jar.toString().contains("esbuild") && !jar.toString().contains("deno"))
                .map(jar -> WebDependency.of(jar, WebDependencyType.MVNPM))
                .toList();
    }

    // esbuild drops the types unread. The compiler comes with what runs esbuild.
    private static void check(Path work) throws IOException, InterruptedException {
        try (var systems = Files.list(work.resolve("node_modules/@deno"))) {
            var deno = systems.findFirst().orElseThrow().resolve("deno").toAbsolutePath();
            var compiler = new ProcessBuilder(
                            deno.toString(),
                            "check",
                            "--quiet",
                            "--no-remote",
                            "--node-modules-dir=manual",
                            "--config",
                            "tsconfig.json",
                            SCRIPT)
                    .directory(work.toFile())
                    .inheritIO()
                    .start();
            if (compiler.waitFor() != 0) {
                throw new IllegalStateException("The console's types do not fit");
            }
        }
    }

    // The page is written with the plain names, main.js and main.css.
    private static String named(String page, Path bundle) throws IOException {
        var named = page;
        try (var files = Files.list(bundle)) {
            for (var file : files.map(file -> file.getFileName().toString()).toList()) {
                var hashed = HASHED.matcher(file);
                if (hashed.matches()) {
                    named = named.replace("main." + hashed.group(1), Matcher.quoteReplacement(file));
                }
            }
        }
        return named;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                var copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }
}
