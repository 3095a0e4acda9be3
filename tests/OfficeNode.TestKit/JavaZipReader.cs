namespace OfficeNode.TestKit;

/// <summary>Java's two ZIP readers as judges: a stream that knows local headers only, and a file that begins at the central directory.</summary>
public static class JavaZipReader
{
    // Reads every member from its local header on, as a receiver does that takes the ZIP from a line; Java checks lengths and CRC-32.
    private const string Source = """
        import java.io.*;
        import java.util.zip.*;

        public class StreamingReader {
            public static void main(String[] args) throws IOException {
                for (String file : args) {
                    long members = streamed(file);
                    try (ZipFile zip = new ZipFile(file)) {
                        System.out.println(members + " " + zip.size());
                    }
                }
            }

            private static long streamed(String file) throws IOException {
                long members = 0;
                byte[] piece = new byte[1 << 20];
                try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(new FileInputStream(file), 1 << 20))) {
                    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry(), members++) {
                        long length = 0;
                        for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
                            length += read;
                        }
                        if (length != entry.getSize()) {
                            throw new IOException(entry.getName() + " has " + length + " bytes, announced " + entry.getSize());
                        }
                    }
                }
                return members;
            }
        }
        """;

    /// <summary>Reads ZIPs whole, in both ways; prints a line for each: members streamed, members in the directory. Skips the test without Java.</summary>
    public static ToolResult Run(params IReadOnlyList<string> zips)
    {
        using var folder = new TemporaryFolder();
        var source = folder.PathOf("StreamingReader.java");
        File.WriteAllText(source, Source);
        return Tool.Run("java", "default-jdk-headless", [source, .. zips]);
    }
}
