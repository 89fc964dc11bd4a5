package org.oncall.rota.export.terraform;

/** Words of the Terraform language. */
final class Hcl {
    private Hcl() {}

    /** A quoted text in which nothing is taken for a template. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString().replace("${", "$${").replace("%{", "%%{");
    }

    /** A name of a resource: letters, digits, dashes and underscores, not beginning with a digit or a dash. */
    static String name(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9_-]", "__");
        return plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "_" + plain : plain;
    }
}
