plugins {
    id 'java-library'
    id 'maven-publish'
    id 'com.github.johnrengelman.shadow' version '8.1.1'
}

group = 'org.example.blog'
version = file('VERSION').text.trim()

repositories {
    mavenCentral()
}

dependencies {
    api 'org.slf4j:slf4j-api:2.0.9'
    implementation 'com.vladsch.flexmark:flexmark-all:0.64.8'
    testImplementation platform('org.junit:junit-bom:5.10.1')
    testRuntimeOnly 'org.junit.jupiter:junit-jupiter'
}

java {
    toolchain { languageVersion = JavaLanguageVersion.of(21) }
    withSourcesJar()
}

tasks.withType(JavaCompile).configureEach {
    options.encoding = 'UTF-8'
    options.compilerArgs += ['-Xlint:all', '-Werror']
}

tasks.named('test') {
    useJUnitPlatform()
    maxParallelForks = Math.max(1, Runtime.runtime.availableProcessors().intdiv(2))
    testLogging { events 'failed', 'skipped' }
}

// Counts the words of every article, newest first.
class WordCount {
    final File folder
    private Map<String, Integer> counts = [:]

    WordCount(File folder) { this.folder = folder }

    int count(String name) {
        if (!counts.containsKey(name)) {
            def text = new File(folder, name).getText('UTF-8')
            counts[name] = text.split(/\s+/).findAll { it.size() > 0 }.size()
        }
        return counts[name]
    }
}

task words {
    group = 'verification'
    doLast {
        def counter = new WordCount(file('content'))
        def total = 0
        for (name in file('content').list().sort().reverse()) {
            if (!name.endsWith('.md')) continue
            total += counter.count(name)
            println name.padRight(40) + counter.count(name)
        }
        assert total > 0 : 'no words at all'
        println "total: $total"
    }
}
