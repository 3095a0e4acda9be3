using OfficeNode.Sync;
using OfficeNode.Sync.Sftp;

namespace OfficeNode.Tests.Sync;

/// <summary>A line that is cut after a given number of bytes: ssh is killed in the middle of whatever it was sending.</summary>
internal sealed class CutChannel : Stream, ISftpChannel
{
    private readonly SshProcess _ssh;
    private long _left;

    public CutChannel(SshProcess ssh, long bytes)
    {
        _ssh = ssh;
        _left = bytes;
    }

    public Stream ToPeer => this;

    public Stream FromPeer => _ssh.FromPeer;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Abort() => _ssh.Abort();

    public Task<DeliveryException> ExplainEndAsync() => _ssh.ExplainEndAsync();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left >= buffer.Length)
        {
            _left -= buffer.Length;
            await _ssh.ToPeer.WriteAsync(buffer, cancellationToken);
            return;
        }

        await _ssh.ToPeer.WriteAsync(buffer[..(int)_left], cancellationToken);
        _left = 0;
        _ssh.Abort();
        throw new IOException("The line was cut.");
    }

    public override async ValueTask DisposeAsync()
    {
        await _ssh.DisposeAsync();
        await base.DisposeAsync();
    }

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
