package org.unifiedhotline.console.rights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/**
 * All that is held about a person as a page to read, to print, or to print into a PDF: every value of the machine form, section by
 * section, with no script, no style and nothing loaded from elsewhere.
 */
final class DisclosurePage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> VIETNAMESE = Map.ofEntries(
            Map.entry("title", "Toàn bộ dữ liệu đang lưu giữ về một người"),
            Map.entry("madeAt", "Lập lúc"),
            Map.entry("person", "Người"),
            Map.entry("consent", "Đồng ý chia sẻ dữ liệu"),
            Map.entry("consentEvidence", "Bằng chứng của sự đồng ý"),
            Map.entry("record", "bản ghi"),
            Map.entry("agreed", "đồng ý"),
            Map.entry("toldAt", "ghi từ lúc"),
            Map.entry("requests", "Yêu cầu của người đó"),
            Map.entry("htcds", "Theo chuẩn HTCDS 2.0"),
            Map.entry("contacts", "Liên hệ"),
            Map.entry("cases", "Ca"),
            Map.entry("referrals", "Chuyển tuyến"),
            Map.entry("returns", "Trở về"),
            Map.entry("sourceChanges", "Thay đổi ở hệ thống nguồn"),
            Map.entry("history", "Lịch sử của hồ sơ chính"),
            Map.entry("decisions", "Quyết định"),
            Map.entry("corrections", "Ghi chú đính chính"),
            Map.entry("completeness", "Có đầy đủ không"),
            Map.entry("complete", "đầy đủ"),
            Map.entry("true", "có"),
            Map.entry("false", "không"),
            Map.entry("leftOut", "Phần để lại, và số lượng"),
            Map.entry("never", "Không bao giờ kèm theo"),
            Map.entry("whoReadIt", "ai đã đọc gì (sổ kiểm toán giữ)"),
            Map.entry("derivedFromIt", "những gì máy tính ra từ các dữ liệu này (chỉ mục tìm kiếm, mã băm, điểm khớp)"),
            Map.entry("sourceChangesBeyondLimit", "thay đổi cũ hơn ở hệ thống nguồn"),
            Map.entry("decisionsBeyondClearance", "quyết định còn nói về người mà người lập không được xem"),
            Map.entry("wordsOfOthers", "lời ghi có nói về người khác"),
            Map.entry("evidenceOfOthers", "bằng chứng: phần của người khác"),
            Map.entry("casesOfOthers", "ca về người khác mà người này báo"),
            Map.entry("numbersOfOthers", "số điện thoại của người khác đã gọi về người này"),
            Map.entry("decisionsOfFormerFellows", "quyết định về người từng bị coi là cùng một người"),
            Map.entry("questionsOfFormerFellows", "câu hỏi về người từng bị coi là cùng một người"),
            Map.entry("savedSearches", "tìm kiếm đã lưu có nêu người này hoặc người trùng tên"),
            Map.entry("reasonsOfWork", "lý do công việc có nêu người này hoặc người trùng tên"),
            Map.entry("assessments", "Đánh giá cuộc gọi"),
            Map.entry("questions", "Câu hỏi cho người rà soát"),
            Map.entry("verdicts", "Nhận định khi lấy mẫu"),
            Map.entry("setAside", "Bản ghi chưa hiểu được"),
            Map.entry("about", "bản ghi của người này"),
            Map.entry("besideAnother", "bên cạnh bản ghi của người khác"),
            Map.entry("notes", "Ghi chú"),
            Map.entry("shown", "Bằng chứng đã cho xem"),
            Map.entry("words", "lời ghi"),
            Map.entry("at", "lúc"),
            Map.entry("by", "bởi"),
            Map.entry("author", "người ghi"),
            Map.entry("reason", "lý do"),
            Map.entry("row", "bản ghi như đã nhận"),
            Map.entry("legalHolds", "Yêu cầu lưu giữ theo pháp luật"),
            Map.entry("members", "Bản ghi nguồn"),
            Map.entry("name", "Họ tên"),
            Map.entry("otherNames", "Tên khác"),
            Map.entry("birth", "Ngày sinh"),
            Map.entry("sex", "Giới tính"),
            Map.entry("telephones", "Điện thoại"),
            Map.entry("identityNumbers", "Giấy tờ"),
            Map.entry("home", "Nơi ở"),
            Map.entry("ethnicGroup", "Dân tộc"),
            Map.entry("nationality", "Quốc tịch"),
            Map.entry("relatedPersons", "Người thân"),
            Map.entry("written", "như đã ghi"),
            Map.entry("note", "ghi chú"),
            Map.entry("nothing", "không có"));

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("title", "All that is held about a person"),
            Map.entry("madeAt", "Made at"),
            Map.entry("htcds", "By HTCDS 2.0"),
            Map.entry("consent", "Consent to share"),
            Map.entry("consentEvidence", "Evidence of consent"),
            Map.entry("toldAt", "on record since"),
            Map.entry("requests", "Requests of the person"),
            Map.entry("sourceChanges", "Changes at the source systems"),
            Map.entry("history", "History of the master record"),
            Map.entry("corrections", "Correction notes"),
            Map.entry("completeness", "Is it complete?"),
            Map.entry("complete", "complete"),
            Map.entry("true", "yes"),
            Map.entry("false", "no"),
            Map.entry("leftOut", "What is left out, and how much"),
            Map.entry("never", "Never in it"),
            Map.entry("whoReadIt", "who read what (kept by the audit trail)"),
            Map.entry("derivedFromIt", "what is computed from these data (search index, hashes, match weights)"),
            Map.entry("sourceChangesBeyondLimit", "older changes at the source systems"),
            Map.entry("decisionsBeyondClearance", "decisions that also speak of people whom the discloser may not see"),
            Map.entry("wordsOfOthers", "words that tell of somebody else"),
            Map.entry("evidenceOfOthers", "evidence: the other person's part"),
            Map.entry("casesOfOthers", "cases about others that this person reported"),
            Map.entry("numbersOfOthers", "telephones of others who called about this person"),
            Map.entry("decisionsOfFormerFellows", "decisions about others once held for the same person"),
            Map.entry("questionsOfFormerFellows", "questions about others once held for the same person"),
            Map.entry("savedSearches", "saved searches that name this person or a namesake"),
            Map.entry("reasonsOfWork", "reasons of work that name this person or a namesake"),
            Map.entry("assessments", "Assessments of calls"),
            Map.entry("questions", "Questions to stewards"),
            Map.entry("verdicts", "Verdicts of samples"),
            Map.entry("setAside", "Rows not understood"),
            Map.entry("about", "this person's records"),
            Map.entry("besideAnother", "beside somebody else's record"),
            Map.entry("notes", "Notes"),
            Map.entry("shown", "Evidence shown"),
            Map.entry("row", "row as captured"),
            Map.entry("legalHolds", "Legal holds"),
            Map.entry("members", "Source records"),
            Map.entry("nothing", "none"));

    private final Map<String, String> words;
    private final StringBuilder page = new StringBuilder();

    private DisclosurePage(Map<String, String> words) {
        this.words = words;
    }

    /**
     * The page.
     *
     * @param json the machine form
     * @param language {@code en}, or else Vietnamese
     */
    static String of(String json, String language) {
        boolean english = language.equals("en");
        try {
            return new DisclosurePage(english ? ENGLISH : VIETNAMESE).write(JSON.readTree(json), english ? "en" : "vi");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was just written can be read"); // without its cause, which quotes
        }
    }

    private String write(JsonNode everything, String language) {
        page.append("<!doctype html>\n<html lang=\"")
                .append(language)
                .append("\"><head><meta charset=\"utf-8\"><title>");
        page.append(word("title"))
                .append("</title></head><body><h1>")
                .append(word("title"))
                .append("</h1>\n");
        everything.properties().forEach(section -> {
            page.append("<section><h2>").append(word(section.getKey())).append("</h2>");
            value(section.getValue());
            page.append("</section>\n");
        });
        return page.append("</body></html>\n").toString();
    }

    private void value(JsonNode node) {
        if (node.isNull() || node.isMissingNode() || (node.isContainerNode() && node.isEmpty())) {
            page.append("<p>").append(word("nothing")).append("</p>");
        } else if (node.isObject()) {
            fields(node);
        } else if (node.isArray()) {
            page.append("<ol>");
            node.forEach(element -> {
                page.append("<li>");
                value(element);
                page.append("</li>");
            });
            page.append("</ol>");
        } else {
            page.append(node.isBoolean() ? word(node.asText()) : HtmlUtils.htmlEscape(node.asText(), "UTF-8"));
        }
    }

    private void fields(JsonNode node) {
        page.append("<dl>");
        node.properties().forEach(field -> {
            if (!field.getValue().isNull()
                    && !(field.getValue().isContainerNode() && field.getValue().isEmpty())) {
                page.append("<dt>").append(word(field.getKey())).append("</dt><dd>");
                if (field.getKey().equals("never")) {
                    codes(field.getValue());
                } else {
                    value(field.getValue());
                }
                page.append("</dd>");
            }
        });
        page.append("</dl>");
    }

    /** Words of this page, not of anybody. */
    private void codes(JsonNode codes) {
        codes.forEach(code -> page.append("<p>").append(word(code.asText())).append("</p>"));
    }

    private String word(String key) {
        return HtmlUtils.htmlEscape(words.getOrDefault(key, key), "UTF-8");
    }
}
