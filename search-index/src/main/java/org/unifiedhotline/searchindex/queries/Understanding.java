package org.unifiedhotline.searchindex.queries;

import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unifiedhotline.mappings.standardization.Folding;
import org.unifiedhotline.searchindex.documents.IdentityHash;
import org.unifiedhotline.searchindex.documents.Kinship;
import org.unifiedhotline.searchindex.queries.Reading.AnyOf;
import org.unifiedhotline.searchindex.queries.Reading.BirthDay;
import org.unifiedhotline.searchindex.queries.Reading.BirthMonth;
import org.unifiedhotline.searchindex.queries.Reading.BirthYears;
import org.unifiedhotline.searchindex.queries.Reading.CaseNumber;
import org.unifiedhotline.searchindex.queries.Reading.Hint;
import org.unifiedhotline.searchindex.queries.Reading.Identity;
import org.unifiedhotline.searchindex.queries.Reading.LastDigits;
import org.unifiedhotline.searchindex.queries.Reading.Master;
import org.unifiedhotline.searchindex.queries.Reading.PlaceName;
import org.unifiedhotline.searchindex.queries.Reading.RecordKey;
import org.unifiedhotline.searchindex.queries.Reading.TelephoneNumber;
import org.unifiedhotline.searchindex.queries.Reading.Word;
import org.unifiedhotline.searchindex.queries.SearchResult.UnderstoodPiece;

/** What a typed text was understood as, piece by piece. */
record Understanding(List<Piece> pieces) {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    Understanding {
        pieces = List.copyOf(pieces);
    }

    /** Reads a text: numbers first, then words; nothing of it ever becomes query syntax. */
    static Understanding of(String typed) {
        return of(typed, Year.now(VIETNAM));
    }

    /** Reads a text as it is meant in a year: ages are of that year. */
    static Understanding of(String typed, Year now) {
        TypedText text = new TypedText(Folding.composed(typed));
        NumberReader.read(text, now.getValue());
        WordReader.read(text);
        return new Understanding(text.pieces());
    }

    /** The same, identity numbers by their keyed hashes, as the index holds them. */
    Understanding hashed(IdentityHash hash) {
        return new Understanding(pieces.stream()
                .map(piece -> new Piece(piece.written(), piece.start(), hashed(piece.reading(), hash)))
                .toList());
    }

    private static Reading hashed(Reading reading, IdentityHash hash) {
        return switch (reading) {
            case Identity identity -> new Identity(identity.number(), hash.of(identity.number()));
            case AnyOf any ->
                new AnyOf(any.readings().stream().map(one -> hashed(one, hash)).toList());
            default -> reading;
        };
    }

    /** Whether nothing in the text can be searched for. */
    boolean isEmpty() {
        return pieces.stream().allMatch(piece -> piece.reading() instanceof Hint);
    }

    /** Whether it asks, besides other things, when somebody was born. */
    boolean saysBirth() {
        List<Reading> asked = pieces.stream()
                .map(Piece::reading)
                .filter(reading -> !(reading instanceof Hint))
                .toList();
        return asked.stream().anyMatch(ReachQueries::saysBirth)
                && !asked.stream().allMatch(ReachQueries::saysBirth);
    }

    /** The words, in the order typed, those of places that may be names included. */
    List<Word> words() {
        return pieces.stream()
                .flatMap(piece -> piece.reading() instanceof Word word
                        ? Stream.of(word)
                        : piece.reading() instanceof PlaceName place ? place.words().stream() : Stream.empty())
                .toList();
    }

    /** The words that are no part of a place. */
    List<Word> wordsOutsidePlaces() {
        return pieces.stream()
                .map(Piece::reading)
                .filter(Word.class::isInstance)
                .map(Word.class::cast)
                .toList();
    }

    /** Who is said to be what to whom: {@code Hoa mẹ của Na}. */
    Optional<Kin> kin() {
        List<Word> before = new ArrayList<>();
        for (int at = 0; at < pieces.size(); at++) {
            switch (pieces.get(at).reading()) {
                case Word word when word.required() -> before.add(word);
                case Hint hint
                when !hint.kinship().isEmpty() -> {
                    List<Word> behind = new Understanding(pieces.subList(at + 1, pieces.size())).words();
                    return before.isEmpty() || behind.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Kin(before, hint.kinship(), behind));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    /** Of two people named in one text, what the first is to the second. */
    record Kin(List<Word> who, Set<Kinship> is, List<Word> toWhom) {
        Kin {
            who = List.copyOf(who);
            is = Set.copyOf(is);
            toWhom = List.copyOf(toWhom);
        }
    }

    /** For people: each piece with its kind and its reading. */
    List<UnderstoodPiece> told() {
        return pieces.stream()
                .map(piece -> new UnderstoodPiece(piece.written(), kind(piece.reading()), told(piece.reading())))
                .toList();
    }

    private static String kind(Reading reading) {
        return switch (reading) {
            case Word ignored -> "name";
            case PlaceName ignored -> "place";
            case TelephoneNumber ignored -> "telephone";
            case Identity ignored -> "identity-number";
            case LastDigits ignored -> "last-digits";
            case BirthDay ignored -> "birth-day";
            case BirthMonth ignored -> "birth-month";
            case BirthYears ignored -> "birth-year";
            case CaseNumber ignored -> "case-number";
            case RecordKey ignored -> "record";
            case Master ignored -> "master-id";
            case Hint ignored -> "hint";
            case AnyOf any when any.isTelephoneOrIdentity() -> "telephone-or-identity-number";
            case AnyOf any -> kind(any.readings().getFirst());
        };
    }

    private static String told(Reading reading) {
        return switch (reading) {
            case Word word -> word.exact();
            case PlaceName place -> place.folded();
            case TelephoneNumber telephone ->
                telephone.forms().stream()
                        .map(form -> form.startsWith("84") ? "+" + form : form)
                        .sorted()
                        .collect(Collectors.joining(" / "));
            case Identity identity -> identity.number();
            case LastDigits last -> "…" + last.digits();
            case BirthDay birth -> birth.day().toString();
            case BirthMonth birth -> birth.month().toString();
            case BirthYears years ->
                years.from() == years.to() ? String.valueOf(years.from()) : years.from() + "–" + years.to();
            case CaseNumber number -> number.numbers().stream().sorted().collect(Collectors.joining(" / "));
            case RecordKey key -> key.key();
            case Master master -> master.id();
            case Hint ignored -> "";
            case AnyOf any -> told(any.readings().getFirst());
        };
    }
}
