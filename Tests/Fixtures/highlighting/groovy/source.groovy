// 构建脚本
plugins {
    id 'com.android.application' version '8.1.0'
    id "org.jetbrains.kotlin.android"
}

def versionName = "1.2.${System.getenv('BUILD') ?: 0}"

android {
    compileSdkVersion 34
    defaultConfig {
        applicationId "cn.example.blog"
        minSdkVersion 24
        multiDexEnabled true
    }
    buildTypes {
        release {
            minifyEnabled false
            proguardFiles getDefaultProguardFile('proguard-android.txt'), 'rules.pro'
        }
    }
}

/* 依赖 */
dependencies {
    implementation fileTree(dir: 'libs', include: ['*.jar'])
    implementation "androidx.core:core-ktx:1.12.0"
    testImplementation 'junit:junit:4.13.2'
}

class Words extends Task {
    String path
    int count = 0

    void run() {
        new File(path).eachLine { line ->
            if (line.isEmpty()) return
            count += line.split(/\s+/).size()
        }
        println "共 $count 个词"
    }
}

task words(type: Words) {
    path = 'README.md'
}
