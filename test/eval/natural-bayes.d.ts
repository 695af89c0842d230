declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  class BayesClassifier {
    constructor(stemmer?: { stem(word: string): string });
    addDocument(text: string, label: string): void;
    train(): void;
    classify(text: string): string;
  }
  export = BayesClassifier;
}
