package org.unifiedhotline.demo.people.names;

/** The ethnic groups of sample people, with the name that forms and clerks use. */
public enum EthnicGroup {
    KINH("Kinh"),
    TAY("Tày"),
    THAI("Thái"),
    MUONG("Mường"),
    KHMER("Khmer"),
    NUNG("Nùng"),
    MONG("Mông"),
    DAO("Dao"),
    GIA_RAI("Gia Rai"),
    E_DE("Ê Đê"),
    BAHNAR("Ba Na"),
    XE_DANG("Xơ Đăng"),
    HOA("Hoa");

    private final String label;

    EthnicGroup(String label) {
        this.label = label;
    }

    /** The name of the group in Vietnamese. */
    public String label() {
        return label;
    }
}
