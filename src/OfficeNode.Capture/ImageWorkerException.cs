namespace OfficeNode.Capture;

/// <summary>Why no image can be converted or checked at all.</summary>
public enum ImageWorkerFault
{
    /// <summary>The worker process does not start or does not answer its first request.</summary>
    NotStarted,

    /// <summary>Windows does not take the worker process into a job that bounds it; unbounded it is asked for nothing.</summary>
    NotBounded,

    /// <summary>Leptonica or, for reading, Tesseract is not installed.</summary>
    LibraryMissing,

    /// <summary>Tesseract's model of a language is not installed.</summary>
    LanguageMissing,
}

/// <summary>The machine cannot work on images: nothing is wrong with them. The command stops with exit code 3; pages are kept and wait.</summary>
public sealed class ImageWorkerException : Exception
{
    public ImageWorkerException(ImageWorkerFault fault, string message, string hint, Exception? inner = null)
        : base(message, inner)
    {
        Fault = fault;
        Hint = hint;
    }

    public ImageWorkerFault Fault { get; }

    /// <summary>What the person at the machine should do.</summary>
    public string Hint { get; }
}
